package dev.spillway.rules.regions;

import dev.spillway.view.Gap;
import dev.spillway.view.NamespaceView;
import dev.spillway.view.PairView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The hosts of paired namespaces, which clients should not name. */
final class PairedHosts {
    static final String DOMAIN = ".servicebus.windows.net";

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9-]+)" + Pattern.quote(DOMAIN));

    private final Map<String, PairView> byName = new HashMap<>();
    private final Set<String> namespaces = new HashSet<>();
    private final List<Gap> gaps = new ArrayList<>();

    /** One side of a pair, as a text names it. */
    record Named(String host, PairView pair) {}

    PairedHosts(List<PairView> pairs) {
        for (PairView pair : pairs) {
            Stream.of(pair.primaryName(), pair.partnerName())
                    .flatMap(name -> name.whenKnown().stream())
                    .forEach(name -> byName.putIfAbsent(name, pair));
            Stream.of(pair.primary(), pair.partner())
                    .flatMap(side -> side.whenKnown().stream())
                    .map(NamespaceView::urn)
                    .forEach(namespaces::add);
            gaps.addAll(Gap.in(pair, pair.primaryName(), pair.partnerName()));
        }
    }

    /** The first host of a pair that a text names. */
    Optional<Named> in(String text) {
        Matcher host = HOST.matcher(text);
        while (host.find()) {
            PairView pair = byName.get(host.group(1));
            if (pair != null) {
                return Optional.of(new Named(host.group(), pair));
            }
        }
        return Optional.empty();
    }

    /** Whether one of these resources is a namespace of a pair. */
    boolean areAmong(List<String> urns) {
        return urns.stream().anyMatch(namespaces::contains);
    }

    /** What has to be known before one can tell every host of a pair. */
    List<Gap> gaps() {
        return gaps;
    }
}
