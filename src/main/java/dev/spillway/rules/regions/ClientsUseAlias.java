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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Flags clients that name one side of a pair instead of its alias. */
public final class ClientsUseAlias extends ListedRule<ClientSettings> {
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
            Optional<PairedHosts.Named> named = text.whenKnown().flatMap(settings.hosts()::in);
            if (named.isPresent()) {
                return violation(settings, text, named.get());
            }
        }
        List<Gap> gaps = new ArrayList<>();
        settings.texts().stream().filter(Fact::isUnknown).forEach(text -> gaps.addAll(Gap.in(settings, text)));
        gaps.addAll(settings.hosts().gaps());
        return Verdict.whenKnown(gaps, Verdict::pass);
    }

    private static Verdict violation(ClientSettings settings, Fact<String> text, PairedHosts.Named named) {
        Optional<String> alias = named.pair().alias().whenKnown().map(name -> name + PairedHosts.DOMAIN);
        Verdict.Violation violation =
                Verdict.violation(text.path(), named.host(), alias.orElse("the alias" + PairedHosts.DOMAIN));
        return alias.map(host -> violation.withChanges(
                        Change.set(settings, text.path(), text.value().replace(named.host(), host))))
                .orElse(violation);
    }
}
