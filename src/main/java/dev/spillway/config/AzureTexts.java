package dev.spillway.config;

import dev.spillway.model.TextFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Forms of ids and names that the model knows the looks of. */
final class AzureTexts {
    private AzureTexts() {}

    static Shape shape(TextFormat format) {
        return new Shape(format.noun(), format.pattern(), format.right(), UnaryOperator.identity());
    }

    static Form<String> of(TextFormat format) {
        return TextForm.of(shape(format));
    }

    /** A list of such texts, no two alike. */
    static Form<List<String>> list(String noun, TextFormat format, int most) {
        return new ListForm<>(
                noun,
                "a list, each " + format.right(),
                of(format),
                most,
                text -> text.toLowerCase(java.util.Locale.ROOT));
    }
}
