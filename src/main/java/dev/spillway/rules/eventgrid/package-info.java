/** Rules about topics and event subscriptions that push: retries, dead letters, rights, twins. */
@NullMarked
package dev.spillway.rules.eventgrid;

import org.jspecify.annotations.NullMarked;
