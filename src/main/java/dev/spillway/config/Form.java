package dev.spillway.config;

import dev.spillway.config.Value.Scalar;
import dev.spillway.config.Value.Unreadable;

/** How the value of a key has to look, and what it becomes. */
abstract sealed class Form<T> permits Form.OfScalar, ListForm, NamedForm, PlainForm, SectionForm {
    private final String noun;
    private final String right;

    /**
     * @param noun what the value is, with its article
     * @param right what to give, as the end of a sentence that begins with "give"
     */
    Form(String noun, String right) {
        this.noun = noun;
        this.right = right;
    }

    final String right() {
        return right;
    }

    String noun() {
        return noun;
    }

    /** What to give in every circumstance, for a page and not for a message. */
    String wholeRight() {
        return right;
    }

    final Answer<T> read(Cell cell) {
        if (cell.value() instanceof Unreadable) {
            return Answer.wrong();
        }
        if (cell.value() instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NOTHING) {
            return cell.wrong("has no value, give " + right);
        }
        return present(cell);
    }

    /** Reads a value that is there. */
    abstract Answer<T> present(Cell cell);

    final Answer<T> isNot(Cell cell) {
        return cell.isNot(noun, right);
    }

    /** A form whose value is a single scalar. */
    abstract static sealed class OfScalar<T> extends Form<T>
            permits ChoiceForm, ConsumerGroupForm, FlagForm, NumberForm, TextForm, TierForm {
        OfScalar(String noun, String right) {
            super(noun, right);
        }

        @Override
        final Answer<T> present(Cell cell) {
            return cell.value() instanceof Scalar scalar ? scalar(scalar, cell) : isNot(cell);
        }

        abstract Answer<T> scalar(Scalar scalar, Cell cell);
    }
}
