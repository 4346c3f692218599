package dev.spillway.pack;

import com.google.protobuf.Empty;
import dev.spillway.assess.Assessment;
import dev.spillway.assess.Budget;
import dev.spillway.assess.FailOn;
import dev.spillway.assess.Secrets;
import dev.spillway.forecast.Assumptions;
import dev.spillway.forecast.Forecasts;
import dev.spillway.forecast.GridForecasts;
import dev.spillway.forecast.NamespaceForecast;
import dev.spillway.intake.StructWriter;
import dev.spillway.intake.Urn;
import dev.spillway.judge.Exceptions;
import dev.spillway.judge.FactOverride;
import dev.spillway.judge.Judge;
import dev.spillway.judge.Judgement;
import dev.spillway.judge.PolicySettings;
import dev.spillway.report.PreviewReport;
import dev.spillway.rule.Deployed;
import dev.spillway.rule.Finding;
import dev.spillway.rule.Level;
import dev.spillway.rule.Reach;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.view.EventTopology;
import dev.spillway.view.ResourceGraph;
import dev.spillway.view.ResourceView;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.PolicyNotApplicable;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.AnalyzerOuterClass.Remediation;
import pulumirpc.Plugin.PluginInfo;

/**
 * The engine's questions, answered by the rules, the judge and the forecast of {@code spillway preview}. Whatever goes wrong is
 * an error of the call, on which the engine stops: what was not judged has not passed.
 */
final class PolicyPack extends AnalyzerGrpc.AnalyzerImplBase {
    /** The one file that every program has; findings in reports need a place. */
    private static final String MANIFEST = "Pulumi.yaml";

    private final List<? extends Rule<?>> rules;
    private final DeployedStack deployedStack;
    private final Optional<Path> reports;
    private final Patience patience = Patience.of(System.getenv());
    private final Secrets secrets = new Secrets();
    private final Diagnostics diagnostics = new Diagnostics(secrets);

    /** Everything as it was declared, and of that the namespaces, which hubs are made in. */
    private final Map<String, ResourceView> declared = new ConcurrentHashMap<>();

    private final Map<String, ResourceView> namespaces = new ConcurrentHashMap<>();
    private volatile PolicySettings configuration = PolicySettings.STANDARD;
    private volatile Run run = Run.NOT_TOLD;
    private volatile Optional<Supplier<Deployed>> deployed = Optional.empty();

    /**
     * @param deployedStack where it is found out what is deployed
     * @param reports folder into which each run writes what it found
     */
    PolicyPack(List<? extends Rule<?>> rules, DeployedStack deployedStack, Optional<Path> reports) {
        this.rules = List.copyOf(rules);
        this.deployedStack = deployedStack;
        this.reports = reports;
    }

    /** A pack that is told nothing of what is deployed. */
    PolicyPack(List<? extends Rule<?>> rules, Optional<Path> reports) {
        this(rules, DeployedStack.unknown(), reports);
    }

    @Override
    public void handshake(AnalyzerHandshakeRequest request, StreamObserver<AnalyzerHandshakeResponse> to) {
        answer(to, "handshake", AnalyzerHandshakeResponse::getDefaultInstance);
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> to) {
        answer(
                to,
                "plugin info",
                () -> PluginInfo.newBuilder().setVersion(Policy.VERSION).build());
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> to) {
        answer(to, "policy info", () -> PolicyInfos.of(rules, PolicySettings.STANDARD.choices()));
    }

    @Override
    public void configureStack(
            AnalyzerStackConfigureRequest request, StreamObserver<AnalyzerStackConfigureResponse> to) {
        answer(to, "configuration of the stack", () -> {
            declared.clear();
            namespaces.clear();
            request.getConfigSecretKeysList().forEach(key -> secrets.learn(request.getConfigOrDefault(key, "")));
            run = Run.of(request.getProject(), request.getStack(), request.getDryRun());
            deployed = Optional.of(deployedStack.of(run, request.getOrganization()));
            return AnalyzerStackConfigureResponse.getDefaultInstance();
        });
    }

    @Override
    public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> to) {
        answer(to, "configuration", () -> {
            configuration = ConfigurationReader.read(rules, request.getPolicyConfigMap());
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> to) {
        answer(to, "cancel", Empty::getDefaultInstance);
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> to) {
        answer(to, request.getUrn(), () -> {
            ResourceView resource = Arrival.of(request);
            EventTopology topology = topology(List.of(resource));
            secrets.learn(resource.inputs());
            declared.put(resource.urn(), resource);
            if (!topology.namespaces().isEmpty()) {
                namespaces.put(resource.urn(), resource);
            }
            AnalyzeResponse.Builder response = AnalyzeResponse.newBuilder();
            rules(Reach.ALONE)
                    .forEach(rule -> add(
                            response,
                            rule.card(),
                            excepted(judge(List.of(rule), topology), topology),
                            topology,
                            "this resource is no "));
            return response.build();
        });
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> to) {
        answer(to, "stack", () -> {
            List<String> problems = new ArrayList<>();
            EventTopology topology = EventTopology.of(
                    FactOverride.apply(configuration.facts(), new ResourceGraph(resources(request)), problems));
            if (!problems.isEmpty()) {
                throw new UnusableConfiguration(problems);
            }
            AnalyzeResponse.Builder response = AnalyzeResponse.newBuilder();
            Judgement whole = whole(topology);
            rules(Reach.UPSTREAM, Reach.STACK)
                    .forEach(rule -> add(response, rule.card(), whole.of(rule.card()), topology, "the stack has no "));
            List<NamespaceForecast> forecasts = Forecasts.of(topology, Assumptions.STANDARD);
            if (configuration.forecast() != Level.DISABLED) {
                forecasts.forEach(
                        forecast -> response.addDiagnostics(diagnostics.forecast(forecast, configuration.forecast())));
            }
            reports.ifPresent(folder -> report(folder, topology, whole, forecasts));
            return response.build();
        });
    }

    private void report(Path folder, EventTopology topology, Judgement whole, List<NamespaceForecast> forecasts) {
        Run named = run.named(topology.graph());
        // The engine knows no budget; where a loss is mandatory to avoid, nothing may be lost.
        Optional<Budget> budget =
                configuration.forecast() == Level.MANDATORY ? Optional.of(Budget.NOTHING_LOST) : Optional.empty();
        PreviewReport report = new Assessment(topology.graph(), whole, forecasts, GridForecasts.of(topology), budget)
                .report(named.stack(), MANIFEST, named.phase(), FailOn.MANDATORY, secrets);
        RunReport.write(folder, named, report, rules.stream().map(Rule::card).toList());
    }

    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> to) {
        answer(to, request.getUrn(), () -> {
            RemediateResponse.Builder response = RemediateResponse.newBuilder();
            ResourceView resource = Arrival.of(request);
            secrets.learn(resource.inputs());
            for (Rule<?> rule : rules) {
                if (configuration.remediates(rule.card())) {
                    resource = remediated(rule, resource, response);
                }
            }
            return response.build();
        });
    }

    /** The resource as the rule wants it; as it was where the rule finds nothing, or its own changes do not content it. */
    private ResourceView remediated(Rule<?> rule, ResourceView before, RemediateResponse.Builder response) {
        EventTopology asDeclared = withNamespaces(before);
        Optional<ResourceView> changed = Remedy.of(excepted(judge(List.of(rule), asDeclared), asDeclared), before);
        if (changed.isEmpty()) {
            return before;
        }
        ResourceView after = changed.get();
        boolean isCured = judge(List.of(rule), withNamespaces(after)).findings().stream()
                .noneMatch(finding -> finding.urn().equals(after.urn()));
        Remediation.Builder remediation = Remediation.newBuilder()
                .setPolicyName(Policy.name(rule.card()))
                .setPolicyPackName(Policy.PACK)
                .setPolicyPackVersion(Policy.VERSION)
                .setDescription(rule.card().summary());
        response.addRemediations(
                isCured
                        ? remediation.setProperties(StructWriter.write(after.inputs()))
                        : remediation.setDiagnostic("the rule's own changes do not cure this, so nothing was changed"));
        return isCured ? after : before;
    }

    private EventTopology withNamespaces(ResourceView resource) {
        Map<String, ResourceView> known = new LinkedHashMap<>(namespaces);
        known.put(resource.urn(), resource);
        return topology(List.copyOf(known.values()));
    }

    /** In a state a URN may stand twice, while its former resource waits to be deleted; the later one is the present one. */
    private List<ResourceView> resources(AnalyzeStackRequest request) {
        Map<String, ResourceView> byUrn = new LinkedHashMap<>();
        request.getResourcesList().stream()
                .map(Arrival::of)
                .filter(PolicyPack::isDeclared)
                .forEach(resource -> {
                    secrets.learn(resource.inputs());
                    ResourceView asDeclared = declared.get(resource.urn());
                    byUrn.put(resource.urn(), asDeclared == null ? resource : Arrival.joined(asDeclared, resource));
                });
        return List.copyOf(byUrn.values());
    }

    /** The engine adds a provider where the program names none. */
    private static boolean isDeclared(ResourceView resource) {
        return Urn.parse(resource.urn()).filter(Urn::isDefaultProvider).isEmpty();
    }

    private EventTopology topology(List<ResourceView> resources) {
        // A pattern that meets nothing here may meet another resource, so that only the whole stack tells.
        return EventTopology.of(
                FactOverride.apply(configuration.facts(), new ResourceGraph(resources), new ArrayList<>()));
    }

    private Stream<? extends Rule<?>> rules(Reach... reaches) {
        return rules.stream()
                .filter(rule -> List.of(reaches).contains(rule.card().reach()));
    }

    private void add(
            AnalyzeResponse.Builder response, RuleCard card, Judgement judgement, EventTopology topology, String none) {
        judgement.findings().stream()
                .filter(finding -> finding.suppressedBy().isEmpty())
                .map(finding -> secrets.hide(finding, topology.graph().find(finding.urn())))
                .forEach(finding -> response.addDiagnostics(diagnostics.finding(card, finding)));
        judgement.unknown().forEach(one -> response.addDiagnostics(diagnostics.unknown(card, one)));
        if (saysNothing(judgement)) {
            String why = judgement.notApplicable().stream()
                    .map(one -> one.urn().isEmpty() ? none + card.judges() : one.why())
                    .distinct()
                    .collect(Collectors.joining("; "));
            response.addNotApplicable(PolicyNotApplicable.newBuilder()
                    .setPolicyName(Policy.name(card))
                    .setReason(secrets.hide(why)));
        }
    }

    /** The engine has one place for a rule's reason, so it is given only where the rule judged nothing at all. */
    private static boolean saysNothing(Judgement judgement) {
        return !judgement.notApplicable().isEmpty()
                && judgement.findings().isEmpty()
                && judgement.unknown().isEmpty()
                && judgement.passed() == 0;
    }

    /** What all rules say of the whole stack, with exceptions held against it. */
    private Judgement whole(EventTopology topology) {
        Judgement judgement = Judge.judge(
                        rules,
                        List.of(new Judge.Stack(topology, deployed(rules))),
                        configuration,
                        LocalDate.now(ZoneOffset.UTC))
                .get(0);
        refuseErrors(judgement);
        return judgement;
    }

    /** One resource tells what is excepted of it, and not whether an exception has become needless. */
    private Judgement excepted(Judgement judgement, EventTopology topology) {
        List<RuleCard> cards = rules.stream().<RuleCard>map(Rule::card).toList();
        return new Exceptions(cards, configuration.waivers(), LocalDate.now(ZoneOffset.UTC))
                .settle(List.of(new Exceptions.Case(topology.graph(), judgement)))
                .get(0)
                .judgement();
    }

    private Judgement judge(List<? extends Rule<?>> asked, EventTopology topology) {
        Judgement judgement = Judge.judge(asked, topology, deployed(asked), configuration.choices());
        refuseErrors(judgement);
        return judgement;
    }

    private void refuseErrors(Judgement judgement) {
        judgement.findings().stream()
                .filter(finding -> finding.verdict().equals("error"))
                .findFirst()
                .ifPresent(this::refuse);
    }

    /** Rules that see a resource alone are not kept waiting for what is deployed. */
    private synchronized Deployed deployed(List<? extends Rule<?>> asked) {
        if (asked.stream().allMatch(rule -> rule.card().reach() == Reach.ALONE)) {
            return Deployed.NOTHING_KNOWN;
        }
        if (deployed.isEmpty()) {
            deployed = Optional.of(deployedStack.ofNoRun());
        }
        return deployed.get().get();
    }

    private void refuse(Finding failure) {
        throw Status.INTERNAL
                .withDescription(secrets.hide(failure.rule() + "-" + failure.name() + " on " + failure.urn() + ": "
                        + failure.seen() + ". " + failure.loses() + ". " + failure.fix() + "."))
                .asRuntimeException();
    }

    /** The one place where exceptions end; gRPC itself would send an empty message. */
    private <T> void answer(StreamObserver<T> engine, String about, Supplier<T> work) {
        StreamObserver<T> to = patience.guard(engine, about);
        T value;
        try {
            value = work.get();
        } catch (UnusableConfiguration wrong) {
            to.onError(error(Status.INVALID_ARGUMENT, String.valueOf(wrong.getMessage())));
            return;
        } catch (StatusRuntimeException refused) {
            to.onError(refused);
            return;
        } catch (RuntimeException | StackOverflowError failure) {
            to.onError(error(Status.INTERNAL, about + ": spillway failed: " + failure));
            return;
        }
        to.onNext(value);
        to.onCompleted();
    }

    private StatusRuntimeException error(Status status, String text) {
        return status.withDescription(secrets.hide(text)).asRuntimeException();
    }
}
