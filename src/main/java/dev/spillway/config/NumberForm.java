package dev.spillway.config;

import dev.spillway.config.Value.Scalar;
import dev.spillway.units.Bytes;
import dev.spillway.units.Percent;
import dev.spillway.units.Rate;
import dev.spillway.units.Seconds;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A decimal number within bounds. */
final class NumberForm<T> extends Form.OfScalar<T> {
    /** Beyond these no real stack goes, and below them no later sum or product overflows. */
    static final long MOST_PER_SECOND = 1_000_000_000;

    static final long MOST_SECONDS = 365L * 24 * 60 * 60;
    static final long MOST_HOURS = 365L * 24;

    private static final Pattern WHOLE = Pattern.compile("[-+]?(?:0|[1-9][0-9]{0,30})");
    private static final Pattern DECIMAL = Pattern.compile(
            "[-+]?(?:\\.[0-9]{1,30}|(?:0|[1-9][0-9]{0,30})(?:\\.[0-9]{0,30})?)(?:[eE][-+]?[0-9]{1,4})?");
    private static final Pattern WITH_UNIT =
            Pattern.compile("([-+]?[0-9]{1,15}(?:\\.[0-9]{1,15})?) ?([A-Za-z%/]{1,10})");

    private final Range range;
    private final Unit unit;
    private final Function<BigDecimal, T> meaning;

    private NumberForm(String noun, Range range, Unit unit, Function<BigDecimal, T> meaning) {
        super(noun, range.right());
        this.range = range;
        this.unit = unit;
        this.meaning = meaning;
    }

    static NumberForm<Integer> whole(String noun, int least, int most) {
        return new NumberForm<>(noun, Range.whole(least, most), Unit.NONE, BigDecimal::intValueExact);
    }

    static NumberForm<Long> wholeLong(String noun, long least, long most) {
        return new NumberForm<>(noun, Range.whole(least, most), Unit.NONE, BigDecimal::longValueExact);
    }

    static NumberForm<Duration> wholeHours(String noun, int least, int most) {
        return new NumberForm<>(
                noun, Range.whole(least, most), Unit.HOURS, hours -> Duration.ofHours(hours.longValueExact()));
    }

    static NumberForm<Duration> wholeSeconds(String noun, int least) {
        return new NumberForm<>(
                noun,
                Range.whole(least, MOST_SECONDS),
                Unit.SECONDS,
                seconds -> Duration.ofSeconds(seconds.longValueExact()));
    }

    static NumberForm<Duration> wholeSeconds(String noun, int least, int most) {
        return new NumberForm<>(
                noun, Range.whole(least, most), Unit.SECONDS, seconds -> Duration.ofSeconds(seconds.longValueExact()));
    }

    static NumberForm<Bytes> bytes(String noun, long least, long most) {
        return new NumberForm<>(noun, Range.whole(least, most), Unit.BYTES, bytes -> Bytes.of(bytes.longValueExact()));
    }

    static NumberForm<Percent> percent(String noun) {
        return new NumberForm<>(
                noun, Range.whole(1, 100), Unit.PERCENT, percent -> Percent.of(percent.intValueExact()));
    }

    static NumberForm<Double> share(String noun) {
        return new NumberForm<>(noun, Range.fromZero(1), Unit.SHARE, BigDecimal::doubleValue);
    }

    static NumberForm<Double> number(String noun, Range range) {
        return new NumberForm<>(noun, range, Unit.NONE, BigDecimal::doubleValue);
    }

    static NumberForm<Rate> eventsPerSecond(String noun, Range range) {
        return new NumberForm<>(noun, range, Unit.EVENTS_PER_SECOND, events -> Rate.perSecond(events.doubleValue()));
    }

    static NumberForm<Duration> seconds(String noun, Range range) {
        return new NumberForm<>(noun, range, Unit.SECONDS, seconds -> Seconds.span(seconds.doubleValue()));
    }

    static NumberForm<Duration> hours(String noun, Range range) {
        return new NumberForm<>(noun, range, Unit.HOURS, hours -> Seconds.span(hours.doubleValue() * 3600));
    }

    static NumberForm<Duration> minutes(String noun, long most) {
        return new NumberForm<>(
                noun, Range.fromZero(most), Unit.MINUTES, minutes -> Seconds.span(minutes.doubleValue() * 60));
    }

    static NumberForm<Duration> wholeMinutes(String noun, int least, int most) {
        return new NumberForm<>(
                noun, Range.whole(least, most), Unit.MINUTES, minutes -> Duration.ofMinutes(minutes.longValueExact()));
    }

    @Override
    Answer<T> scalar(Scalar scalar, Cell cell) {
        var text = scalar.text();
        if (!scalar.plain()) {
            return DECIMAL.matcher(text).matches()
                    ? cell.wrong(scalar.shown() + " is text, give " + Excerpt.of(text) + " without quotes")
                    : isNot(cell);
        }
        if (range.whole()
                ? WHOLE.matcher(text).matches()
                : DECIMAL.matcher(text).matches()) {
            var number = new BigDecimal(text);
            return range.contains(number) ? cell.held(meaning.apply(number)) : isNot(cell);
        }
        return notDecimal(scalar, cell);
    }

    private Answer<T> notDecimal(Scalar scalar, Cell cell) {
        var text = scalar.text();
        if (DECIMAL.matcher(text).matches()) {
            return cell.isNot("a whole number", right());
        }
        if (scalar.kind() == Scalar.Kind.NUMBER) {
            boolean finite = text.chars().noneMatch(character -> character == 'n' || character == 'N');
            return cell.isNot(finite ? "a plain decimal number" : "a finite number", right());
        }
        var withUnit = WITH_UNIT.matcher(text);
        return withUnit.matches()
                ? cell.wrong(scalar.shown() + " carries a unit, give "
                        + withoutUnit(withUnit).orElse(right() + " without a unit"))
                : isNot(cell);
    }

    private Optional<String> withoutUnit(Matcher withUnit) {
        return unit.inKey(new BigDecimal(withUnit.group(1)), withUnit.group(2))
                .filter(number -> range.contains(new BigDecimal(number)));
    }
}
