package dev.spillway.cli;

import dev.spillway.judge.Baseline;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.WrongPolicy;
import dev.spillway.rule.RuleCard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Old findings in a file beside the stack. A file that is not there yet is written with all that is found; one that is loses what
 * has been mended.
 *
 * @param grow whether to take in what is new
 */
record BaselineFile(Path file, boolean grow) {
    /** The judgements with their old findings marked, and what to say about the file. */
    record Marked(List<Judgement> judgements, Optional<String> message, Runnable write) {}

    /** Nothing is written before {@code write} is run, so that a run that fails leaves the file alone. */
    Marked mark(List<Judgement> judgements, List<String> urns) {
        if (!Files.exists(file)) {
            Baseline first = Baseline.of(judgements);
            return marked(
                    first,
                    judgements,
                    Optional.of(file + ": written with " + first.entries().size() + " findings of today"));
        }
        Baseline old = read();
        List<String> rules = Policies.cards().stream().map(RuleCard::id).toList();
        Baseline kept = old.shrunk(judgements, urns, rules);
        Baseline grown = grow ? kept.grown(judgements) : kept;
        if (!old.mayGrow() && grown.entries().size() > kept.entries().size()) {
            throw new Unusable(file + ": may not grow, and "
                    + (grown.entries().size() - kept.entries().size()) + " findings are new, mend them");
        }
        if (grown.equals(old)) {
            return new Marked(judgements.stream().map(old::mark).toList(), Optional.empty(), () -> {});
        }
        return marked(
                grown,
                judgements,
                Optional.of(file + ": " + (old.entries().size() - kept.entries().size()) + " findings mended, "
                        + (grown.entries().size() - kept.entries().size()) + " added, "
                        + grown.entries().size() + " left"));
    }

    private Marked marked(Baseline now, List<Judgement> judgements, Optional<String> message) {
        return new Marked(
                judgements.stream().map(now::mark).toList(), message, () -> WholeFile.write(file, now.write()));
    }

    private Baseline read() {
        try {
            return Baseline.read(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (WrongPolicy wrong) {
            throw new Unusable(String.join("\n", wrong.problems()));
        } catch (IOException unreadable) {
            throw new Unusable(file + ": cannot be read, give a file that --baseline wrote");
        }
    }
}
