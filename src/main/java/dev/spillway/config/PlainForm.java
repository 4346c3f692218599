package dev.spillway.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Anything that YAML can say, as plain Java: for what only others can judge. Null stands for nothing in lists and mappings. */
final class PlainForm extends Form<Object> {
    PlainForm(String noun, String right) {
        super(noun, right);
    }

    @Override
    Answer<Object> present(Cell cell) {
        return cell.held(plain(cell.value(), cell));
    }

    private static Object plain(Value value, Cell cell) {
        if (value instanceof Value.Mapping mapping) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (var entry : Duplicates.reported(mapping, cell)) {
                members.put(
                        entry.key().text(),
                        plain(entry.value(), cell.under(entry.key().text(), entry.value())));
            }
            return members;
        }
        if (value instanceof Value.Sequence sequence) {
            List<Object> items = new ArrayList<>();
            for (int index = 0; index < sequence.items().size(); index++) {
                Value item = sequence.items().get(index);
                items.add(plain(item, cell.at(index, item)));
            }
            return items;
        }
        return value instanceof Value.Scalar scalar ? scalar(scalar) : "";
    }

    private static Object scalar(Value.Scalar scalar) {
        return switch (scalar.kind()) {
            case NOTHING -> "";
            case BOOLEAN -> Boolean.parseBoolean(scalar.text());
            case NUMBER -> number(scalar.text());
            case TEXT -> scalar.text();
        };
    }

    private static Object number(String text) {
        try {
            BigDecimal exact = new BigDecimal(text);
            BigInteger whole = exact.toBigInteger();
            return exact.scale() <= 0 && whole.bitLength() < Integer.SIZE
                    ? (Object) whole.intValue()
                    : (Object) exact.doubleValue();
        } catch (NumberFormatException otherSpelling) {
            return text;
        }
    }
}
