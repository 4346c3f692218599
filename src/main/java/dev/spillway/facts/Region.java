package dev.spillway.facts;

import java.util.Optional;

/** An Azure region by its programmatic name. */
public record Region(String name, boolean hasZones, Optional<String> pair) {}
