package dev.spillway.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.rule.Finding;
import dev.spillway.rule.RuleCard;
import dev.spillway.view.ExceptionView;
import dev.spillway.view.Inputs;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceOptions;
import dev.spillway.view.ResourceView;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds exceptions against what the rules found. One that is whole and has not ended covers the findings of its rule on its
 * resource; any other covers nothing. All of them are resources of their own to be judged: an exception that has ended, or that
 * nothing needs any more, is a finding itself.
 */
public final class Exceptions {
    /** The rule that judges exceptions. */
    public static final String RULE = "PU-009";

    private final List<RuleCard> cards;
    private final List<Waiver> given;
    private final LocalDate today;

    /** @param given those that are written beside the stack; those of resources are found on them */
    public Exceptions(List<RuleCard> cards, List<Waiver> given, LocalDate today) {
        this.cards = List.copyOf(cards);
        this.given = List.copyOf(given);
        this.today = today;
    }

    /** One stack and what the rules said about it, before exceptions. */
    public record Case(ResourceGraph graph, Judgement judgement) {}

    /** The same findings, those that are excepted marked, for each case; an exception is used if any of the cases needs it. */
    public List<Settled> settle(List<Case> cases) {
        List<Open> shared = given.stream().map(this::open).toList();
        List<Settled> settled = new ArrayList<>();
        List<List<Open>> own = new ArrayList<>();
        List<List<Finding>> findings = new ArrayList<>();
        for (Case one : cases) {
            List<Open> exceptions = new ArrayList<>(shared);
            List<Open> annotated =
                    AnnotatedWaivers.of(one.graph()).stream().map(this::open).toList();
            exceptions.addAll(annotated);
            own.add(annotated);
            exceptions.forEach(open -> open.look(one));
            findings.add(one.judgement().findings().stream()
                    .map(finding -> excepted(finding, one.graph(), exceptions))
                    .toList());
        }
        for (int at = 0; at < cases.size(); at++) {
            List<Open> told = new ArrayList<>(at == 0 ? shared : List.of());
            told.addAll(own.get(at));
            List<Open> listed = new ArrayList<>(shared);
            listed.addAll(own.get(at));
            Case one = cases.get(at);
            settled.add(new Settled(
                    one.judgement()
                            .with(
                                    findings.get(at),
                                    listed.stream().map(Open::standing).toList()),
                    graph(told)));
        }
        return List.copyOf(settled);
    }

    /**
     * A judgement with its exceptions applied.
     *
     * @param exceptions those that this stack has to answer for, as resources to be judged
     */
    public record Settled(Judgement judgement, ResourceGraph exceptions) {}

    private Finding excepted(Finding finding, ResourceGraph graph, List<Open> exceptions) {
        for (Open open : exceptions) {
            if (open.fits(finding, graph)) {
                open.isNeeded = true;
                if (open.holds()) {
                    open.covered.add(finding.urn());
                    return finding.suppressed(open.words());
                }
            }
        }
        return exceptions.stream()
                .filter(open -> !open.holds() && open.fits(finding, graph))
                .findFirst()
                .map(open -> finding.withNote(
                        "The exception in " + open.waiver.place() + " does not hold: " + open.remark()))
                .orElse(finding);
    }

    private Open open(Waiver waiver) {
        Optional<RuleCard> card = cards.stream()
                .filter(known -> PolicyReader.isCalled(known, waiver.rule()))
                .findFirst();
        return new Open(waiver, card, end(waiver.expires()), today);
    }

    private static Optional<LocalDate> end(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException wrong) {
            return Optional.empty();
        }
    }

    private static ResourceGraph graph(List<Open> exceptions) {
        Set<String> taken = new HashSet<>();
        List<ResourceView> resources = new ArrayList<>();
        for (Open open : exceptions) {
            String name = open.waiver.rule() + " " + open.waiver.resource();
            String free = name;
            for (int number = 2; !taken.add(free); number++) {
                free = name + " " + number;
            }
            resources.add(open.resource(free));
        }
        return new ResourceGraph(resources);
    }

    /** An exception while it is being held against findings. */
    private static final class Open {
        private final Waiver waiver;
        private final Optional<RuleCard> card;
        private final Optional<LocalDate> end;
        private final LocalDate today;
        private final ResourcePattern pattern;
        private final List<String> covered = new ArrayList<>();
        private boolean isNeeded;
        private boolean isUndecided;

        Open(Waiver waiver, Optional<RuleCard> card, Optional<LocalDate> end, LocalDate today) {
            this.waiver = waiver;
            this.card = card;
            this.end = end;
            this.today = today;
            this.pattern = ResourcePattern.of(waiver.resource());
        }

        boolean fits(Finding finding, ResourceGraph graph) {
            return card.filter(known -> known.id().equals(finding.rule())).isPresent()
                    && finding.verdict().equals("violation")
                    && graph.find(finding.urn()).filter(pattern::matches).isPresent();
        }

        /** Where the rule cannot decide about the resource, nobody can tell whether the exception is needed. */
        void look(Case one) {
            isUndecided |= one.judgement().unknown().stream()
                    .anyMatch(unknown -> card.filter(known -> known.id().equals(unknown.rule()))
                                    .isPresent()
                            && one.graph()
                                    .find(unknown.urn())
                                    .filter(pattern::matches)
                                    .isPresent());
        }

        boolean holds() {
            return card.filter(RuleCard::exceptable).isPresent()
                    && !waiver.resource().isEmpty()
                    && !waiver.reason().isEmpty()
                    && !waiver.owner().isEmpty()
                    && !waiver.ticket().isEmpty()
                    && end.filter(day -> !day.isBefore(today)).isPresent();
        }

        String words() {
            return waiver.reason() + " (" + waiver.owner() + ", " + waiver.ticket() + ", until " + waiver.expires()
                    + ")";
        }

        String remark() {
            if (card.isEmpty()) {
                return "there is no rule " + waiver.rule();
            }
            if (!card.get().exceptable()) {
                return card.get().id() + " takes no exceptions";
            }
            if (end.filter(day -> day.isBefore(today)).isPresent()) {
                return "it ended on " + waiver.expires();
            }
            if (!holds()) {
                return "it lacks " + String.join(", ", missing());
            }
            if (covered.isEmpty()) {
                return isUndecided ? "whether anything needs it cannot be told" : "nothing needs it";
            }
            return "";
        }

        private List<String> missing() {
            List<String> missing = new ArrayList<>();
            add(missing, "resource", !waiver.resource().isEmpty());
            add(missing, "reason", !waiver.reason().isEmpty());
            add(missing, "owner", !waiver.owner().isEmpty());
            add(missing, "ticket", !waiver.ticket().isEmpty());
            add(missing, "expires as a day such as 2027-01-31", end.isPresent());
            return missing;
        }

        private static void add(List<String> missing, String key, boolean isThere) {
            if (!isThere) {
                missing.add(key);
            }
        }

        Standing standing() {
            return new Standing(waiver, holds(), covered, remark());
        }

        /** The exception as a resource; what is not known of it is left out. */
        ResourceView resource(String name) {
            ObjectNode inputs = JsonNodeFactory.instance.objectNode();
            inputs.put("rule", waiver.rule()).put("resource", waiver.resource());
            inputs.put("reason", waiver.reason()).put("owner", waiver.owner()).put("ticket", waiver.ticket());
            inputs.put("expires", waiver.expires()).put("place", waiver.place());
            end.ifPresent(day -> inputs.put("daysLeft", ChronoUnit.DAYS.between(today, day)));
            if (isNeeded || !isUndecided) {
                inputs.put("isNeeded", isNeeded);
            } else {
                inputs.put("isNeeded", Inputs.UNKNOWN);
            }
            inputs.put("refused", card.isEmpty() || !card.get().exceptable() ? remark() : "");
            return new ResourceView(
                    "urn:pulumi:exceptions::spillway::" + ExceptionView.TYPE + "::" + name,
                    ExceptionView.TYPE,
                    name,
                    "",
                    inputs,
                    List.of(),
                    new TreeMap<>(),
                    ResourceOptions.NOT_TOLD);
        }
    }

    /** Exceptions that Kubernetes objects carry: {@code spillway.dev/except-<RULE>} with a JSON object. */
    private static final class AnnotatedWaivers {
        private static final String PREFIX = "spillway.dev/except-";

        static List<Waiver> of(ResourceGraph graph) {
            List<Waiver> waivers = new ArrayList<>();
            graph.resources().stream()
                    .filter(resource -> resource.type().startsWith("kubernetes:"))
                    .forEach(resource -> add(resource, waivers));
            return waivers;
        }

        private static void add(ResourceView resource, List<Waiver> waivers) {
            Optional<JsonNode> annotations =
                    resource.node("metadata.annotations").whenKnown();
            annotations.ifPresent(known -> known.properties().stream()
                    .filter(annotation -> annotation.getKey().startsWith(PREFIX))
                    .forEach(annotation -> waivers.add(WaiverReader.of(
                            WaiverReader.json(annotation.getValue()),
                            annotation.getKey().substring(PREFIX.length()),
                            resource.urn(),
                            "annotation " + annotation.getKey() + " of " + resource.name()))));
        }
    }
}
