package dev.spillway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An alert rule of Azure Monitor. */
public record AlertView(ResourceView resource, Kind kind) implements Subject {
    /** What the rule looks at. */
    public enum Kind {
        METRIC("criteria"),
        QUERY("criteria"),
        PROMETHEUS("rules"),
        ACTIVITY("condition");

        private final String conditions;

        Kind(String conditions) {
            this.conditions = conditions;
        }
    }

    private static final String SCOPES = "scopes";

    /** A rule that does not say is on. */
    public Fact<Boolean> isEnabled() {
        return resource.flag("enabled").orDefault(true);
    }

    /** Whether one of its scopes holds a target. */
    public Fact<Boolean> watches(ArmTarget target) {
        Fact<JsonNode> scopes = resource.node(SCOPES);
        if (!scopes.isKnown()) {
            return target.isCoveredBy(scopes.map(list -> ""), resource, SCOPES);
        }
        Search search = Search.among(
                IntStream.range(0, scopes.value().size())
                        .mapToObj(at -> new Scope(resource, SCOPES + "." + at))
                        .toList(),
                scope -> target.isCoveredBy(resource.text(scope.path()), resource, SCOPES));
        return search.isFound() || search.isMissing()
                ? Fact.known(SCOPES, search.isFound())
                : Fact.unknown(search.gaps().get(0).path(), search.gaps().get(0).why());
    }

    /** Keys of everything that one of its scopes may hold. */
    KeyIndex.Keys keys() {
        Fact<JsonNode> scopes = resource.node(SCOPES);
        if (!scopes.isKnown()) {
            return ArmKeys.of(scopes.map(list -> ""), resource, SCOPES);
        }
        KeyIndex.Keys keys = KeyIndex.Keys.of();
        for (int at = 0; at < scopes.value().size(); at++) {
            keys = keys.and(ArmKeys.of(resource.text(SCOPES + "." + at), resource, SCOPES));
        }
        return keys;
    }

    /** The criteria of a metric alert. */
    public Fact<List<AlertCondition>> conditions() {
        return AlertCondition.of(resource);
    }

    /** Whether a metric condition that fits, or any query, asks for a signal. */
    public Fact<Boolean> asksFor(AlertSignal signal, Function<AlertCondition, Fact<Boolean>> fits) {
        return kind == Kind.METRIC
                ? AlertCondition.of(resource)
                        .then(list -> any(list.stream()
                                .map(condition -> Facts.all(
                                        condition.metric().map(signal.metric()::equals), fits.apply(condition)))))
                : resource.node(kind.conditions).then(this::readable).map(text -> signal.isIn(text) || named(signal));
    }

    private Fact<String> readable(JsonNode conditions) {
        String text = conditions.toString();
        return text.contains(Inputs.UNKNOWN) || text.contains(Inputs.HIDDEN)
                ? Fact.unknown(kind.conditions, "some of it is known only after deployment")
                : Fact.known(kind.conditions, text);
    }

    private boolean named(AlertSignal signal) {
        return resource.text("displayName").whenKnown().filter(signal::isIn).isPresent();
    }

    private Fact<Boolean> any(Stream<Fact<Boolean>> claims) {
        Fact<Boolean> answer = Fact.known(kind.conditions, false);
        for (Fact<Boolean> claim : claims.toList()) {
            if (claim.whenKnown().orElse(false)) {
                return claim;
            }
            answer = claim.isKnown() ? answer : claim;
        }
        return answer;
    }

    /** One entry of the list of scopes. */
    private record Scope(ResourceView resource, String path) implements Subject {}
}
