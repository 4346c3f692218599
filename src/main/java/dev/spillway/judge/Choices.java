package dev.spillway.judge;

import dev.spillway.rule.Level;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Settings;
import java.util.HashMap;
import java.util.Map;

/** How a user wants the rules: a profile for all, and for single ones a level or values of their parameters instead. */
public final class Choices {
    private final Profile profile;
    private final Map<String, Level> levels;
    private final Map<String, Settings> settings;

    private Choices(Profile profile, Map<String, Level> levels, Map<String, Settings> settings) {
        this.profile = profile;
        this.levels = Map.copyOf(levels);
        this.settings = Map.copyOf(settings);
    }

    /** Every rule as the profile has it, with standard settings. */
    public static Choices of(Profile profile) {
        return new Choices(profile, Map.of(), Map.of());
    }

    /** The same decisions about single rules, over another profile. */
    public Choices in(Profile other) {
        return new Choices(other, levels, settings);
    }

    public Choices with(RuleCard card, Level level) {
        Map<String, Level> more = new HashMap<>(levels);
        more.put(card.id(), level);
        return new Choices(profile, more, settings);
    }

    public Choices with(RuleCard card, Settings values) {
        Map<String, Settings> more = new HashMap<>(settings);
        more.put(card.id(), values);
        return new Choices(profile, levels, more);
    }

    public Level level(RuleCard card) {
        return levels.getOrDefault(card.id(), profile.level(card));
    }

    public Settings settings(RuleCard card) {
        return settings.getOrDefault(card.id(), Settings.STANDARD);
    }
}
