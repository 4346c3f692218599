/** A stand-in for the AMQP end point of Event Hubs on loopback, for the unchanged clients of Azure's SDK. */
@NullMarked
package dev.spillway.testsupport.amqp;

import org.jspecify.annotations.NullMarked;
