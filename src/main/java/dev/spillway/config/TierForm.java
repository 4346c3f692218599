package dev.spillway.config;

import dev.spillway.config.Value.Scalar;
import dev.spillway.facts.Tier;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** A figure whose limits are those of the tier that the namespace around it has. */
final class TierForm<T> extends Form.OfScalar<T> {
    private final Map<Tier, NumberForm<T>> byTier = new EnumMap<>(Tier.class);

    private TierForm(NumberForm<T> standard) {
        super("a figure", standard.right());
    }

    static <T> TierForm<T> of(Function<Tier, NumberForm<T>> form) {
        var forms = new TierForm<T>(form.apply(Tier.STANDARD));
        for (var tier : Tier.values()) {
            forms.byTier.put(tier, form.apply(tier));
        }
        return forms;
    }

    @Override
    Answer<T> scalar(Scalar scalar, Cell cell) {
        var form = byTier.getOrDefault(cell.tier(), byTier.get(Tier.STANDARD));
        return java.util.Objects.requireNonNull(form).scalar(scalar, cell);
    }
}
