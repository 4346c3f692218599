package dev.spillway.cli;

import dev.spillway.report.PreviewReport.Runbook;
import dev.spillway.report.PreviewReport.Step;
import dev.spillway.rule.Deployed;
import dev.spillway.view.Fact;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The steps by which something of Event Grid moves to another region, which Azure does not do: it is made anew. */
final class Relocations {
    private static final Set<String> KINDS = Set.of("Topic", "Domain", "SystemTopic", "Namespace");

    private Relocations() {}

    /** Empty where nothing moves, or nobody knows where anything is. */
    static List<Runbook> of(ResourceGraph graph, Deployed deployed) {
        return graph.resources().stream()
                .filter(Relocations::isOfEventGrid)
                .map(resource -> move(resource, deployed))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isOfEventGrid(ResourceView resource) {
        String type = resource.type();
        return type.contains(":eventgrid") && KINDS.contains(type.substring(type.lastIndexOf(':') + 1));
    }

    private static Optional<Runbook> move(ResourceView resource, Deployed deployed) {
        Optional<String> from = deployed.find(resource.urn())
                .map(there -> there.text("location"))
                .flatMap(Fact::whenKnown)
                .map(Relocations::plain);
        Optional<String> to = resource.text("location").whenKnown().map(Relocations::plain);
        if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
            return Optional.empty();
        }
        String name = resource.name();
        boolean isSystem = resource.type().endsWith("SystemTopic");
        return Optional.of(new Runbook(
                name + " moves from " + from.get() + " to " + to.get()
                        + ": Azure replaces it, and what waits in it is lost",
                Stream.of(
                                "Do not deploy this change as it is. Describe a second one in " + to.get()
                                        + " under another name, with the same subscriptions, and deploy it beside the first.",
                                "Wait until its rights work and its web hooks are validated; publish one event and see it"
                                        + " arrive.",
                                isSystem
                                        ? "Its source publishes by itself: receivers get every event twice until the old one"
                                                + " is gone."
                                        : "Move the publishers to the new endpoint; receivers may get events twice and in"
                                                + " another order.",
                                "Wait until nothing is published to " + name
                                        + " and DeliverySuccessCount has stood still for the longest time to live of its"
                                        + " subscriptions (24 h by default).",
                                "Read its dead letters (spillway dead-letters), replay what is to be replayed, and only then"
                                        + " take it out of the stack.")
                        .map(text -> new Step(text, List.of()))
                        .toList()));
    }

    private static String plain(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
