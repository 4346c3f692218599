package dev.spillway.rule;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who a rule is and what it says.
 *
 * @param id permanent, such as {@code EH-007}
 * @param name what is wanted, in kebab case
 * @param level what a violation does unless a profile says otherwise
 * @param judges the kind of resource, in words that fit after "no"
 * @param summary what is wrong, in a few words
 * @param loses one sentence: how events vanish
 * @param fix one sentence: what to do; {@code {key}} stands for the value of a parameter
 * @param reach how much of the stack decides the verdict
 * @param exceptable whether a user may except a resource from it
 */
public record RuleCard(
        String id,
        String name,
        Severity severity,
        Level level,
        String judges,
        String summary,
        String loses,
        String fix,
        FixClass fixClass,
        Pillar pillar,
        Reach reach,
        List<Parameter<?>> parameters,
        boolean exceptable) {
    public RuleCard {
        parameters = List.copyOf(parameters);
    }

    public static Builder named(String id, String name) {
        return new Builder(id, name);
    }

    public Area area() {
        return Area.of(id);
    }

    /** The rule's folder, relative to the repository. */
    public String folder() {
        return "policies/" + area().folder() + "/" + id + "-" + name;
    }

    /** The rule's page, relative to the repository. */
    public String url() {
        return folder() + "/README.md";
    }

    /** The fix with the values of the parameters filled in. */
    public String fix(Settings settings) {
        String text = fix;
        for (Parameter<?> parameter : parameters) {
            text = text.replace("{" + parameter.key() + "}", print(settings.get(parameter)));
        }
        return text;
    }

    private static String print(Object value) {
        return value instanceof Number number ? Figures.number(number.doubleValue()) : String.valueOf(value);
    }

    /** Collects the parts of a card; pillar, reach and parameters may be left out, everything else may not. */
    public static final class Builder {
        private final String id;
        private final String name;
        private @Nullable Severity severity;
        private @Nullable Level level;
        private @Nullable String judges;
        private @Nullable String summary;
        private @Nullable String loses;
        private @Nullable String fix;
        private FixClass fixClass = FixClass.NONE;
        private Pillar pillar = Pillar.RELIABILITY;
        private Reach reach = Reach.STACK;
        private List<Parameter<?>> parameters = List.of();
        private boolean exceptable = true;

        private Builder(String id, String name) {
            this.id = id;
            this.name = name;
        }

        public Builder severity(Severity value) {
            severity = value;
            return this;
        }

        public Builder level(Level value) {
            level = value;
            return this;
        }

        public Builder judges(String kind) {
            judges = kind;
            return this;
        }

        public Builder summary(String text) {
            summary = text;
            return this;
        }

        public Builder loses(String sentence) {
            loses = sentence;
            return this;
        }

        public Builder fix(FixClass value, String sentence) {
            fixClass = value;
            fix = sentence;
            return this;
        }

        public Builder pillar(Pillar value) {
            pillar = value;
            return this;
        }

        public Builder reach(Reach value) {
            reach = value;
            return this;
        }

        public Builder parameters(Parameter<?>... values) {
            parameters = List.of(values);
            return this;
        }

        /** No exception is taken: what the rule wants costs nothing, or what is lost cannot be had back. */
        public Builder neverExcepted() {
            exceptable = false;
            return this;
        }

        public RuleCard build() {
            return new RuleCard(
                    id,
                    name,
                    given("severity", severity),
                    given("level", level),
                    given("judges", judges),
                    given("summary", summary),
                    given("loses", loses),
                    given("fix", fix),
                    fixClass,
                    pillar,
                    reach,
                    parameters,
                    exceptable);
        }

        private <T> T given(String part, @Nullable T value) {
            return Objects.requireNonNull(value, () -> "card of " + id + " without " + part);
        }
    }
}
