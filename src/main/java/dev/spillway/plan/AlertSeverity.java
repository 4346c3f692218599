package dev.spillway.plan;

/** How bad an alert is, judged by what is being lost when it fires. */
public enum AlertSeverity {
    LOSS(0, "events are gone"),
    REFUSAL(1, "events are refused or waiting, and gone when patience or retention ends"),
    LEADING(2, "nothing is lost yet, and it will be if this goes on"),
    NOTICE(3, "an assumption of the plan does not hold");

    private final int number;
    private final String meaning;

    AlertSeverity(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** Azure's number, 0 to 4. */
    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}
