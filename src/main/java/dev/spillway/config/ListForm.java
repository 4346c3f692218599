package dev.spillway.config;

import dev.spillway.config.Value.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A list of distinct items of one form. */
final class ListForm<T> extends Form<List<T>> {
    private final Form<T> item;
    private final int most;
    private final Function<T, ?> identity;

    /** @param identity what must differ between two items */
    ListForm(String noun, String right, Form<T> item, int most, Function<T, ?> identity) {
        super(noun, right);
        this.item = item;
        this.most = most;
        this.identity = identity;
    }

    @Override
    Answer<List<T>> present(Cell cell) {
        if (!(cell.value() instanceof Sequence sequence)) {
            return isNot(cell);
        }
        if (sequence.items().size() > most) {
            cell.wrong(sequence.items().size() + " items, give at most " + most);
        }
        var items = new ArrayList<T>();
        var met = new HashSet<Object>();
        for (int index = 0; index < sequence.items().size(); index++) {
            item(cell.at(index, sequence.items().get(index)), met).held().ifPresent(items::add);
        }
        return items.size() == sequence.items().size() ? cell.held(List.copyOf(items)) : Answer.wrong();
    }

    private Answer<T> item(Cell cell, Set<Object> met) {
        var answer = item.read(cell);
        if (answer.holds(held -> !met.add(identity.apply(held)))) {
            return cell.wrong(cell.value().shown() + " is listed twice, keep one");
        }
        return answer;
    }
}
