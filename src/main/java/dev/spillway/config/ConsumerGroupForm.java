package dev.spillway.config;

import dev.spillway.config.Value.Scalar;

/** The name of a consumer group of one's own; {@code $Default} is there from the start, for everyone to take events from. */
final class ConsumerGroupForm extends Form.OfScalar<String> {
    private static final String DEFAULT = "$Default";
    private static final TextForm<String> NAME = TextForm.of(Names.CONSUMER_GROUP);

    ConsumerGroupForm() {
        super(Names.CONSUMER_GROUP.noun(), Names.CONSUMER_GROUP.right());
    }

    @Override
    Answer<String> scalar(Scalar scalar, Cell cell) {
        return scalar.text().equalsIgnoreCase(DEFAULT)
                ? cell.wrong("$Default exists in every hub and belongs to nobody, give a group of your own")
                : NAME.scalar(scalar, cell);
    }
}
