package dev.spillway.judge;

/** Advice of a rule about a resource that passes. */
public record Note(String rule, String name, String urn, String text) {}
