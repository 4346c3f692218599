package dev.spillway.rules.regions;

import dev.spillway.rule.Change;
import dev.spillway.rule.Context;
import dev.spillway.rule.FixClass;
import dev.spillway.rule.Level;
import dev.spillway.rule.ListedRule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rule.Severity;
import dev.spillway.rule.Verdict;
import dev.spillway.view.Fact;
import dev.spillway.view.Gap;
import dev.spillway.view.PairView;
import java.util.ArrayList;
import java.util.List;

/** Flags clients that name one side of a pair instead of its alias. */
public final class ClientsUseAlias extends ListedRule<ClientSettings> {
    private static final String HOST = ".servicebus.windows.net";

    public ClientsUseAlias() {
        super(
                RuleCard.named("DR-010", "clients-use-alias")
                        .severity(Severity.CRITICAL)
                        .level(Level.MANDATORY)
                        .judges("client setting of a paired namespace")
                        .summary("Clients do not follow the failover")
                        .loses(
                                "After the failover clients go on sending to the side that is down, because they name it and not the "
                                        + "alias, until retries run out")
                        .fix(FixClass.NONE, "Let clients connect to the alias of the pair")
                        .build(),
                ClientSettings::in);
    }

    @Override
    public Verdict check(ClientSettings settings, Context context) {
        for (Fact<String> text : settings.texts()) {
            for (PairView pair : settings.pairs()) {
                Verdict verdict = judge(settings, pair, text);
                if (verdict instanceof Verdict.Violation) {
                    return verdict;
                }
            }
        }
        List<Gap> gaps = new ArrayList<>();
        settings.texts().stream().filter(Fact::isUnknown).forEach(text -> gaps.addAll(Gap.in(settings, text)));
        settings.pairs().forEach(pair -> gaps.addAll(Gap.in(pair, pair.primaryName(), pair.partnerName())));
        return Verdict.whenKnown(gaps, Verdict::pass);
    }

    private static Verdict judge(ClientSettings settings, PairView pair, Fact<String> text) {
        for (Fact<String> side : List.of(pair.primaryName(), pair.partnerName())) {
            String host = side.whenKnown().orElse(" ") + HOST;
            if (text.whenKnown().orElse("").contains(host)) {
                return violation(settings, pair, text, host);
            }
        }
        return Verdict.pass();
    }

    private static Verdict violation(ClientSettings settings, PairView pair, Fact<String> text, String host) {
        Verdict.Violation violation =
                Verdict.violation(text.path(), host, pair.alias().whenKnown().orElse("the alias") + HOST);
        return pair.alias()
                .whenKnown()
                .map(alias -> violation.withChanges(
                        Change.set(settings, text.path(), text.value().replace(host, alias + HOST))))
                .orElse(violation);
    }
}
