package dev.spillway.config;

import dev.spillway.config.Value.Scalar;
import java.util.Locale;

/** {@code true} or {@code false}. */
final class FlagForm extends Form.OfScalar<Boolean> {
    FlagForm() {
        super("a boolean", "true or false");
    }

    @Override
    Answer<Boolean> scalar(Scalar scalar, Cell cell) {
        var text = scalar.text().toLowerCase(Locale.ROOT);
        if (scalar.kind() == Scalar.Kind.BOOLEAN) {
            return cell.held(text.equals("true"));
        }
        if (!scalar.plain() && (text.equals("true") || text.equals("false"))) {
            return cell.wrong(scalar.shown() + " is text, give " + text + " without quotes");
        }
        return isNot(cell);
    }
}
