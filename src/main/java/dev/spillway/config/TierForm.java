package dev.spillway.config;

import dev.spillway.config.Value.Scalar;
import dev.spillway.facts.Tier;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    String noun() {
        return Objects.requireNonNull(byTier.get(Tier.STANDARD)).noun();
    }

    @Override
    String wholeRight() {
        return Stream.of(Tier.STANDARD, Tier.PREMIUM, Tier.DEDICATED)
                .map(tier -> Objects.requireNonNull(byTier.get(tier)).right() + " on " + tier.azureName())
                .collect(Collectors.joining(", "));
    }

    @Override
    Answer<T> scalar(Scalar scalar, Cell cell) {
        var form = byTier.getOrDefault(cell.tier(), byTier.get(Tier.STANDARD));
        return Objects.requireNonNull(form).scalar(scalar, cell);
    }
}
