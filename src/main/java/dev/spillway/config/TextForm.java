package dev.spillway.config;

import dev.spillway.config.Value.Scalar;
import java.util.Locale;
import java.util.function.Function;

/** Text of a certain shape; what YAML takes for a number or a boolean wants quotes. */
final class TextForm<T> extends Form.OfScalar<T> {
    private final Shape shape;
    private final boolean numbersToo;
    private final Function<String, T> meaning;

    private TextForm(Shape shape, boolean numbersToo, Function<String, T> meaning) {
        super(shape.noun(), shape.right());
        this.shape = shape;
        this.numbersToo = numbersToo;
        this.meaning = meaning;
    }

    static TextForm<String> of(Shape shape) {
        return new TextForm<>(shape, false, Function.identity());
    }

    static <T> TextForm<T> of(Shape shape, Function<String, T> meaning) {
        return new TextForm<>(shape, false, meaning);
    }

    /** Text that may look like a number, such as a Kubernetes quantity. */
    static TextForm<String> orNumber(Shape shape) {
        return new TextForm<>(shape, true, Function.identity());
    }

    @Override
    Answer<T> scalar(Scalar scalar, Cell cell) {
        var text = scalar.text();
        if (!shape.fits(text)) {
            return cell.isNot(shape.noun(), shape.rightFor(text));
        }
        var kind = scalar.kind();
        if (kind == Scalar.Kind.TEXT || (numbersToo && kind == Scalar.Kind.NUMBER)) {
            return cell.held(meaning.apply(text));
        }
        return cell.wrong(text + " is a " + kind.name().toLowerCase(Locale.ROOT) + ", give \"" + Excerpt.of(text)
                + "\" in quotes");
    }
}
