package dev.spillway.judge;

/** A rule that was content with a resource. */
public record Passed(String rule, String name, String urn) {}
