package dev.spillway.loss;

import java.util.Optional;

/** A scenario file's input: a pipeline through Event Hubs, a push through Event Grid, or both; at least one of them. */
public record Scenario(String name, Optional<PipelineFigures> eventHubs, Optional<EventGridFigures> eventGrid) {}
