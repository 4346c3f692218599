package dev.spillway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import dev.spillway.intake.StructReader;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pulumirpc.Plugin.PluginAttach;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.GetSchemaRequest;
import pulumirpc.Provider.GetSchemaResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc;

/** The provider protocol as {@code azure-native} speaks it, over a cloud in a file. */
final class StandInService extends ResourceProviderGrpc.ResourceProviderImplBase {
    /** The newest that a resource of ours asks for; the build part names the stand-in, and the engine does not compare it. */
    static final String VERSION = "2.90.0+stand-in";

    private static final String CREDENTIALS = "azure-native:containerservice:listManagedClusterUserCredentials";

    /** A cluster that nobody can reach, whose users log in by a code. */
    private static final String KUBECONFIGS = "{'kubeconfigs': [{'name': 'clusterUser', 'value': '"
            + Base64.getEncoder().encodeToString("args: [get-token, --login, devicecode]".getBytes(UTF_8))
            + "'}]}";

    private static final String NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

    private final Environment environment;
    private final ArmSchemas schemas;
    private final Shapes shapes;
    private final Inputs inputs;
    private final Azure azure;
    private volatile String subscription = NO_SUBSCRIPTION;
    private volatile Optional<String> location = Optional.empty();

    /**
     * What the stand-in runs on.
     *
     * @param arm the folder of Azure's schemas
     * @param crash ends the process at once; returns only in a test
     */
    record Environment(Cloud cloud, Path arm, Faults faults, Runnable crash) {}

    StandInService(Environment environment) {
        this.environment = environment;
        schemas = new ArmSchemas(environment.arm());
        SchemaCheck check = new SchemaCheck(schemas);
        shapes = new Shapes(schemas, check);
        inputs = new Inputs(check, shapes);
        azure = new Azure(environment.cloud());
    }

    // ---- the plugin

    @Override
    public void handshake(ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> answer) {
        reply(answer, ProviderHandshakeResponse::getDefaultInstance);
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> answer) {
        reply(answer, () -> PluginInfo.newBuilder().setVersion(VERSION).build());
    }

    @Override
    public void attach(PluginAttach request, StreamObserver<Empty> answer) {
        reply(answer, Empty::getDefaultInstance);
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> answer) {
        reply(answer, Empty::getDefaultInstance);
    }

    @Override
    public void getSchema(GetSchemaRequest request, StreamObserver<GetSchemaResponse> answer) {
        reply(answer, () -> {
            synchronized (schemas) {
                return GetSchemaResponse.newBuilder()
                        .setSchema(new PackageSchema(schemas).text().toString())
                        .build();
            }
        });
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> answer) {
        reply(
                answer,
                () -> CheckResponse.newBuilder().setInputs(request.getNews()).build());
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> answer) {
        reply(
                answer,
                () -> DiffResponse.newBuilder()
                        .setChanges(DiffResponse.DiffChanges.DIFF_NONE)
                        .build());
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> answer) {
        reply(answer, () -> {
            ObjectNode settings = StructReader.read(request.getArgs());
            subscription = settings.path("subscriptionId").asText(NO_SUBSCRIPTION);
            location = Optional.ofNullable(settings.get("location")).map(JsonNode::asText);
            return ConfigureResponse.newBuilder().setSupportsPreview(true).build();
        });
    }

    // ---- resources

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
        reply(answer, () -> {
            ArmType type = typeOf(request.getUrn());
            ObjectNode olds = StructReader.read(request.getOlds());
            ObjectNode filled =
                    inputs.filled(type, request.getUrn(), olds, StructReader.read(request.getNews()), location);
            CheckResponse.Builder response = CheckResponse.newBuilder().setInputs(Json.struct(filled));
            for (Complaint complaint : complaints(type, filled)) {
                response.addFailures(CheckFailure.newBuilder()
                        .setProperty(complaint.property())
                        .setReason(complaint.reason()));
            }
            return response.build();
        });
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> answer) {
        reply(answer, () -> {
            ArmType type = typeOf(request.getUrn());
            ObjectNode olds = request.hasOldInputs()
                    ? StructReader.read(request.getOldInputs())
                    : importedFrom(type, request.getId(), request.getOlds());
            Inputs.Difference difference = difference(type, olds, StructReader.read(request.getNews()));
            DiffResponse.Builder response = DiffResponse.newBuilder()
                    .setHasDetailedDiff(true)
                    .setChanges(
                            difference.changes().isEmpty()
                                    ? DiffResponse.DiffChanges.DIFF_NONE
                                    : DiffResponse.DiffChanges.DIFF_SOME)
                    // With the same id, the new one cannot be made beside the old one.
                    .setDeleteBeforeReplace(difference.replaces() && difference.sameId());
            difference.changes().forEach((path, change) -> {
                response.putDetailedDiff(
                        path,
                        PropertyDiff.newBuilder()
                                .setKind(kind(change))
                                .setInputDiff(true)
                                .build());
            });
            // The engine knows these two by top-level property; the paths are in the detailed answer.
            response.addAllDiffs(topLevel(difference, change -> true));
            response.addAllReplaces(topLevel(difference, Inputs.Change::replaces));
            return response.build();
        });
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> answer) {
        reply(answer, () -> {
            ArmType type = typeOf(request.getUrn());
            ObjectNode wanted = Json.withoutNulls(StructReader.read(request.getProperties()));
            if (request.getPreview()) {
                return CreateResponse.newBuilder()
                        .setProperties(Json.struct(promised(type, wanted, Json.object())))
                        .build();
            }
            String id = type.id(subscription, wanted);
            ObjectNode outputs = act("create", type, id, () -> put(type, id, wanted, false));
            return CreateResponse.newBuilder()
                    .setId(id)
                    .setProperties(Json.struct(outputs))
                    .build();
        });
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> answer) {
        reply(answer, () -> {
            ArmType type = typeOf(request.getUrn());
            ObjectNode wanted = Json.withoutNulls(StructReader.read(request.getNews()));
            if (request.getPreview()) {
                ObjectNode olds = StructReader.read(request.getOlds());
                return UpdateResponse.newBuilder()
                        .setProperties(Json.struct(promised(type, wanted, olds)))
                        .build();
            }
            String id = request.getId();
            ObjectNode outputs = act("update", type, id, () -> put(type, id, wanted, true));
            return UpdateResponse.newBuilder()
                    .setProperties(Json.struct(outputs))
                    .build();
        });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> answer) {
        reply(answer, () -> {
            ArmType type = typeOf(request.getUrn());
            String id = request.getId();
            Optional<ObjectNode> found = act("read", type, id, () -> azure.get(id));
            if (found.isEmpty()) {
                // Without an id, the engine takes it that the resource is gone.
                return ReadResponse.getDefaultInstance();
            }
            ObjectNode outputs = flat(type, found.get());
            ObjectNode stated = StructReader.read(request.getInputs());
            ObjectNode now = stated.isEmpty()
                    ? imported(type, id, outputs)
                    : drifted(type, stated, StructReader.read(request.getProperties()), outputs);
            return ReadResponse.newBuilder()
                    .setId(id)
                    .setProperties(Json.struct(outputs))
                    .setInputs(Json.struct(now))
                    .build();
        });
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> answer) {
        reply(answer, () -> {
            ArmType type = typeOf(request.getUrn());
            return act("delete", type, request.getId(), () -> {
                azure.delete(request.getId());
                return Empty.getDefaultInstance();
            });
        });
    }

    /** {@code get...} of any type that can be declared; what is not there is a 404, which no other failure is. */
    @Override
    public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> answer) {
        reply(answer, () -> {
            if (request.getTok().equals(CREDENTIALS)) {
                return InvokeResponse.newBuilder()
                        .setReturn(Json.struct(Json.literal(KUBECONFIGS)))
                        .build();
            }
            ArmType type = typeOfToken(request.getTok().replace(":get", ":"));
            ObjectNode arguments = Json.withoutNulls(StructReader.read(request.getArgs()));
            List<String> missing = type.pathInputs().stream()
                    .filter(part -> !arguments.has(part))
                    .toList();
            if (!missing.isEmpty()) {
                throw Refusal.badRequest(request.getTok() + " needs " + String.join(", ", missing) + ".");
            }
            String id = type.id(subscription, arguments);
            ObjectNode found = act("invoke", type, id, () -> azure.get(id))
                    .orElseThrow(() -> Refusal.notFound(
                            type,
                            ServiceRules.lastOf(id),
                            arguments.path("resourceGroupName").asText()));
            Struct outputs = Json.struct(flat(type, found).put("id", id));
            return InvokeResponse.newBuilder().setReturn(outputs).build();
        });
    }

    // ----

    private <T> T act(String operation, ArmType type, String id, Supplier<T> work) {
        Faults.Met met = environment
                .faults()
                .meet(operation, "azure-native:" + type.token(), ServiceRules.lastOf(id), environment.cloud());
        if (met.milliseconds() > 0) {
            pause(met.milliseconds());
        }
        if (met.faults().contains(Faults.Fault.CRASH_BEFORE)) {
            environment.crash().run();
        }
        Faults.refuse(met, id);
        T done = work.get();
        if (met.faults().contains(Faults.Fault.CRASH_AFTER)) {
            environment.crash().run();
        }
        return done;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stand-in for Azure: interrupted while it was slow", e);
        }
    }

    private ObjectNode put(ArmType type, String id, ObjectNode wanted, boolean mayExist) {
        List<Complaint> complaints = complaints(type, wanted);
        if (!complaints.isEmpty()) {
            Complaint first = complaints.get(0);
            throw Refusal.badRequest("The property '" + first.property() + "' is not valid: " + first.reason());
        }
        return flat(type, azure.put(type, id, body(type, wanted), mayExist));
    }

    /** Outputs before the fact: what was asked for, what is there already, and unknown what only Azure will say. */
    private ObjectNode promised(ArmType type, ObjectNode wanted, ObjectNode olds) {
        ResourceKind kind = ResourceKind.of(type);
        ObjectNode asked = flat(type, body(type, wanted));
        ObjectNode promised = Json.merged(unknown(flat(type, kind.defaults())), asked);
        for (String output : kind.chosen()) {
            boolean lasts =
                    olds.has(output) && !List.of("updatedAt", "partitionIds").contains(output);
            if (lasts) {
                promised.set(output, olds.path(output));
            } else {
                promised.put(output, Json.UNKNOWN);
            }
        }
        type.nameInput().map(wanted::path).filter(JsonNode::isTextual).ifPresent(name -> promised.set("name", name));
        return promised;
    }

    private static ObjectNode unknown(ObjectNode defaults) {
        ObjectNode unknown = Json.object();
        defaults.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner && !inner.isEmpty()) {
                unknown.set(field.getKey(), unknown(inner));
            } else {
                unknown.put(field.getKey(), Json.UNKNOWN);
            }
        });
        return unknown;
    }

    private ArmType typeOf(String urn) {
        String types = urn.split("::", 4)[2];
        return typeOfToken(types.substring(types.lastIndexOf('$') + 1));
    }

    // The schemas are read as they are needed, one thread at a time.

    private ArmType typeOfToken(String token) {
        synchronized (schemas) {
            return schemas.type(token)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "stand-in for Azure: there is no schema for " + token + " under tools/arm"));
        }
    }

    private List<Complaint> complaints(ArmType type, ObjectNode wanted) {
        synchronized (schemas) {
            return inputs.complaints(type, wanted);
        }
    }

    private Inputs.Difference difference(ArmType type, ObjectNode olds, ObjectNode news) {
        synchronized (schemas) {
            return inputs.difference(type, olds, news);
        }
    }

    private ObjectNode importedFrom(ArmType type, String id, Struct outputs) {
        return imported(type, id, StructReader.read(outputs));
    }

    private ObjectNode imported(ArmType type, String id, ObjectNode outputs) {
        synchronized (schemas) {
            return inputs.imported(type, id, outputs);
        }
    }

    private ObjectNode drifted(ArmType type, ObjectNode stated, ObjectNode before, ObjectNode now) {
        synchronized (schemas) {
            return inputs.drifted(type, stated, before, now);
        }
    }

    private ObjectNode flat(ArmType type, ObjectNode body) {
        synchronized (schemas) {
            ObjectNode flat = shapes.flat(type, body);
            flat.remove("id");
            // A type without settable properties has outputs all the same.
            if (!type.nestedProperties() && flat.remove("properties") instanceof ObjectNode chosen) {
                chosen.properties().forEach(output -> flat.putIfAbsent(output.getKey(), output.getValue()));
            }
            return flat;
        }
    }

    private ObjectNode body(ArmType type, ObjectNode wanted) {
        synchronized (schemas) {
            return shapes.body(type, wanted).content();
        }
    }

    private static Set<String> topLevel(Inputs.Difference difference, Predicate<Inputs.Change> wanted) {
        return difference.changes().entrySet().stream()
                .filter(change -> wanted.test(change.getValue()))
                .map(change -> change.getKey().replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PropertyDiff.Kind kind(Inputs.Change change) {
        if (change.added()) {
            return change.replaces() ? PropertyDiff.Kind.ADD_REPLACE : PropertyDiff.Kind.ADD;
        }
        if (change.removed()) {
            return change.replaces() ? PropertyDiff.Kind.DELETE_REPLACE : PropertyDiff.Kind.DELETE;
        }
        return change.replaces() ? PropertyDiff.Kind.UPDATE_REPLACE : PropertyDiff.Kind.UPDATE;
    }

    private static <T> void reply(StreamObserver<T> answer, Supplier<T> work) {
        T done;
        try {
            done = work.get();
        } catch (RuntimeException e) {
            // Like azure-native, which gives every failure this code: only the words tell one from another.
            String words = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
            String named =
                    Ascii.toLowerCase(words).startsWith("stand-in for azure") ? words : "stand-in for Azure: " + words;
            answer.onError(Status.UNKNOWN.withDescription(named).withCause(e).asRuntimeException());
            return;
        }
        answer.onNext(done);
        answer.onCompleted();
    }
}
