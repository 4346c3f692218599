package dev.spillway.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.rule.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Findings that were there when the rules came: they stop nothing, and each leaves for good when it is mended.
 *
 * @param mayGrow whether findings of today may be added
 * @param entries sorted
 */
public record Baseline(boolean mayGrow, List<Entry> entries) {
    /** What a covered finding is marked with. */
    public static final String MARK = "baseline";

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new JsonMapper();
    private static final Set<String> KEYS = Set.of("version", "mayGrow", "findings");

    /** A finding by what stays the same however it is worded and whatever is seen. */
    public record Entry(String rule, String urn, String path) implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::rule).thenComparing(Entry::urn).thenComparing(Entry::path);

        static Entry of(Finding finding) {
            return new Entry(finding.rule(), finding.urn(), finding.path());
        }

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    public Baseline {
        entries = List.copyOf(new TreeSet<>(entries));
    }

    /** Everything that is found today. */
    public static Baseline of(Collection<Judgement> judgements) {
        return new Baseline(true, List.copyOf(entries(judgements)));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param place what to call the text in messages
     * @throws WrongPolicy everything that is wrong with it
     */
    public static Baseline read(String json, String place) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new WrongPolicy(List.of(place + ": is not JSON, give what --baseline wrote"));
        }
        List<String> problems = new ArrayList<>();
        if (!root.isObject()
                || root.path("version").asInt() != VERSION
                || !root.path("findings").isArray()) {
            throw new WrongPolicy(List.of(place + ": is no baseline of version 1, give what --baseline wrote"));
        }
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                problems.add(place + ": " + key + ": there is no such key, give version, mayGrow and findings");
            }
        });
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : root.path("findings")) {
            boolean isWhole = Stream.of("rule", "urn", "path")
                    .allMatch(key -> entry.path(key).isTextual());
            if (isWhole) {
                entries.add(new Entry(
                        entry.path("rule").textValue(),
                        entry.path("urn").textValue(),
                        entry.path("path").textValue()));
            } else {
                problems.add(place + ": findings[" + entries.size() + "]: met no rule, urn and path, give all three");
                break;
            }
        }
        if (!problems.isEmpty()) {
            throw new WrongPolicy(problems);
        }
        return new Baseline(root.path("mayGrow").asBoolean(true), entries);
    }

    /** As JSON, one finding a line, so that a merge of two branches is a merge of lines. */
    public String write() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION).put("mayGrow", mayGrow);
        ArrayNode findings = root.putArray("findings");
        entries.forEach(entry -> findings.addObject()
                .put("rule", entry.rule())
                .put("urn", entry.urn())
                .put("path", entry.path()));
        return root.toPrettyString() + "\n";
    }

    /** The judgement with its old findings marked. */
    public Judgement mark(Judgement judgement) {
        Set<Entry> old = new HashSet<>(entries);
        return judgement.with(
                judgement.findings().stream()
                        .map(finding ->
                                isOpen(finding) && old.contains(Entry.of(finding)) ? finding.suppressed(MARK) : finding)
                        .toList(),
                judgement.exceptions());
    }

    /**
     * Without what these judgements do not find any more. What they could not tell stays, and so does what belongs to a stack or a
     * rule that was not asked.
     *
     * @param urns of all resources that were judged
     * @param rules ids of all rules that were asked
     */
    public Baseline shrunk(Collection<Judgement> judgements, Collection<String> urns, Collection<String> rules) {
        Set<Entry> found = entries(judgements);
        Set<String> stacks = new HashSet<>();
        urns.forEach(urn -> stacks.add(stack(urn)));
        Set<List<String>> undecided = new HashSet<>();
        judgements.forEach(judgement ->
                judgement.unknown().forEach(one -> undecided.add(List.of(one.rule(), one.urn()))));
        return new Baseline(
                mayGrow,
                entries.stream()
                        .filter(entry -> found.contains(entry)
                                || !stacks.contains(stack(entry.urn()))
                                || !rules.contains(entry.rule())
                                || undecided.contains(List.of(entry.rule(), entry.urn())))
                        .toList());
    }

    /** With everything that these judgements find. */
    public Baseline grown(Collection<Judgement> judgements) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(entries(judgements));
        return new Baseline(mayGrow, all);
    }

    private static Set<Entry> entries(Collection<Judgement> judgements) {
        Set<Entry> entries = new TreeSet<>();
        judgements.forEach(judgement -> judgement.findings().stream()
                .filter(finding -> isOpen(finding) || finding.suppressedBy().equals(MARK))
                .forEach(finding -> entries.add(Entry.of(finding))));
        return entries;
    }

    /** A rule that failed, and an exception that does not hold, are no old findings to live with. */
    private static boolean isOpen(Finding finding) {
        return finding.suppressedBy().isEmpty()
                && finding.verdict().equals("violation")
                && !finding.rule().equals(Exceptions.RULE);
    }

    /** Stack and project, which URNs begin with. */
    private static String stack(String urn) {
        int end = urn.indexOf("::", urn.indexOf("::") + 2);
        return end < 0 ? urn : urn.substring(0, end);
    }
}
