package dev.spillway.testsupport.amqp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Sender;

/** The links on which the end point sends: answers by the address they are wanted at, and readers of partitions. */
final class OpenLinks {
    private final Map<String, Sender> answers = new HashMap<>();
    private final List<Reader> readers = new ArrayList<>();

    void addAnswers(String address, Sender link) {
        answers.put(address, link);
    }

    Optional<Sender> answersTo(String address) {
        return Optional.ofNullable(answers.get(address));
    }

    /** A reader with an owner's level closes the one that read the partition before it. */
    void add(Reader reader) {
        if (reader.isOwner()) {
            readers.stream().filter(reader::replaces).toList().forEach(replaced -> {
                replaced.link()
                        .setCondition(new ErrorCondition(
                                Symbol.valueOf("amqp:link:stolen"), "a newer reader owns the partition"));
                replaced.link().close();
                readers.remove(replaced);
            });
        }
        readers.add(reader);
    }

    void remove(Sender link) {
        answers.values().remove(link);
        readers.removeIf(reader -> reader.link().equals(link));
    }

    List<Reader> readers() {
        return List.copyOf(readers);
    }
}
