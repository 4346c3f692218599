package dev.spillway.judge;

import dev.spillway.rule.Level;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import java.util.Arrays;
import java.util.Optional;

/** Which violations stop a change. */
public enum Profile {
    /** None. */
    OBSERVE("observe") {
        @Override
        Level level(RuleCard card) {
            return Level.ADVISORY;
        }
    },
    /** Those that the catalogue says. */
    BASELINE("baseline") {
        @Override
        Level level(RuleCard card) {
            return card.level();
        }
    },
    /** Those that the catalogue says, and everything critical or high. */
    STRICT("strict") {
        @Override
        Level level(RuleCard card) {
            return card.severity().compareTo(Severity.HIGH) <= 0 ? Level.MANDATORY : card.level();
        }
    };

    private final String key;

    Profile(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Profile> byKey(String key) {
        return Arrays.stream(values())
                .filter(profile -> profile.key.equals(key))
                .findFirst();
    }

    abstract Level level(RuleCard card);
}
