package dev.spillway.view;

/** An exception that someone took from a rule, as a resource that can be judged like any other. */
public record ExceptionView(ResourceView resource) implements Subject {
    /** Declared by nobody: the judge makes one for each exception that it meets. */
    public static final String TYPE = "spillway:policy:Exception";

    public Fact<String> text(String key) {
        return resource.text(key);
    }

    /** Days until it ends, counted from today; negative when it has ended, absent when its end cannot be read. */
    public Fact<Integer> daysLeft() {
        return resource.whole("daysLeft");
    }

    /** Whether something still violates its rule. */
    public Fact<Boolean> isNeeded() {
        return resource.flag("isNeeded");
    }
}
