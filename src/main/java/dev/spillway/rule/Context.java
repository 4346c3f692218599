package dev.spillway.rule;

import dev.spillway.view.EventTopology;

/** What a rule may look at beside the resource that it judges. */
public record Context(EventTopology topology, Deployed deployed, Settings settings) {
    /** With standard settings, and nothing known of what is deployed. */
    public static Context of(EventTopology topology) {
        return new Context(topology, Deployed.NOTHING_KNOWN, Settings.STANDARD);
    }

    public <T> T get(Parameter<T> parameter) {
        return settings.get(parameter);
    }

    public <T> Context with(Parameter<T> parameter, T value) {
        return new Context(topology, deployed, settings.with(parameter, value));
    }

    public Context with(Deployed other) {
        return new Context(topology, other, settings);
    }
}
