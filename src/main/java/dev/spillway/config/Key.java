package dev.spillway.config;

/** A key that a section knows, and the form of its value. */
record Key<T>(String name, Form<T> form, boolean required) {}
