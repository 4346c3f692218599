package dev.spillway.plan;

import java.util.List;

/** What people have to do, in order, for a change that the declared resources alone do not make safe. */
public record Runbook(String title, List<Step> steps) {
    public Runbook {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param commands to be run as they are, each on a line
     */
    public record Step(String text, List<String> commands) {
        public Step {
            commands = List.copyOf(commands);
        }
    }

    /** As text, a step numbered from 1, its commands below it. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>(List.of(title));
        for (int index = 0; index < steps.size(); index++) {
            lines.add(index + 1 + ". " + steps.get(index).text());
            steps.get(index).commands().forEach(command -> lines.add("     " + command));
        }
        return List.copyOf(lines);
    }
}
