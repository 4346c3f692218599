package dev.spillway.loadtest;

import dev.spillway.plan.LoadTestPlan;
import dev.spillway.plan.LoadTestPlan.HubTest;
import dev.spillway.plan.LoadTestPlan.Phase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/**
 * A plan that JMeter runs. Each request starts at its own time whatever became of the ones before, and is never repeated.
 * Connection data come from environment variables and stand nowhere in the file.
 */
final class TestPlanFile {
    private static final int PAUSE_SECONDS = 15;
    private static final String GROOVY = """
            import org.apache.kafka.clients.producer.KafkaProducer
            import org.apache.kafka.clients.producer.ProducerRecord
            import org.apache.kafka.common.errors.TimeoutException
            import java.util.concurrent.ExecutionException

            def producer = props.computeIfAbsent("spillway.producer") {
                new KafkaProducer<byte[], byte[]>([
                    "bootstrap.servers": System.getenv("KAFKA_BOOTSTRAP_SERVERS"),
                    "security.protocol": System.getenv("KAFKA_SECURITY_PROTOCOL") ?: "SASL_SSL",
                    "sasl.mechanism": System.getenv("KAFKA_SASL_MECHANISM") ?: "PLAIN",
                    "sasl.jaas.config": System.getenv("KAFKA_SASL_JAAS_CONFIG") ?: "",
                    "key.serializer": "org.apache.kafka.common.serialization.ByteArraySerializer",
                    "value.serializer": "org.apache.kafka.common.serialization.ByteArraySerializer",
                    "acks": "all",
                    "retries": 0,
                    "enable.idempotence": false,
                    "linger.ms": 0,
                    "max.block.ms": 5000,
                    "request.timeout.ms": 10000,
                    "delivery.timeout.ms": 10000,
                ])
            }
            try {
                def sent = (1..(vars.get("EVENTS") as int)).collect {
                    def one = producer.send(new ProducerRecord<byte[], byte[]>(Parameters, new byte[vars.get("BYTES") as int]))
                    if (one.isDone()) one.get()
                    one
                }
                producer.flush()
                sent.each { it.get() }
                SampleResult.responseCode = "201"
                SampleResult.successful = true
            } catch (ExecutionException refused) {
                SampleResult.responseCode = refused.cause instanceof TimeoutException
                    ? "Non HTTP response code: " + refused.cause.class.name : refused.cause.class.simpleName
                SampleResult.responseMessage = String.valueOf(refused.cause.message)
                SampleResult.successful = false
            } catch (TimeoutException silent) {
                SampleResult.responseCode = "Non HTTP response code: " + silent.class.name
                SampleResult.responseMessage = String.valueOf(silent.message)
                SampleResult.successful = false
            }
            """;

    private final LoadTestPlan plan;
    private final JmxWriter jmx;

    private TestPlanFile(LoadTestPlan plan) throws XMLStreamException {
        this.plan = plan;
        this.jmx = new JmxWriter();
    }

    static String https(LoadTestPlan plan) {
        return written(plan, false);
    }

    static String kafka(LoadTestPlan plan) {
        return written(plan, true);
    }

    private static String written(LoadTestPlan plan, boolean kafka) {
        try {
            TestPlanFile file = new TestPlanFile(plan);
            file.write(kafka);
            return file.jmx.finished();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * JMeter's words for the phases: requests per minute, evenly spread, the rate changing evenly from one to the next. The
     * pause at the end is for requests that are under way, which JMeter would cut off.
     */
    static String schedule(HubTest test) {
        return test.phases().stream()
                .map(phase -> "rate(" + perMinute(phase.from(), test) + "/min) " + arrivals(phase) + " rate("
                        + perMinute(phase.to(), test) + "/min)")
                .collect(Collectors.joining(" ", "", " pause(" + PAUSE_SECONDS + " s)"));
    }

    private static String arrivals(Phase phase) {
        String span = plain(phase.seconds() * 1000, 0) + " ms";
        return phase.from() == 0 && phase.to() == 0 ? "pause(" + span + ")" : "even_arrivals(" + span + ")";
    }

    private static String perMinute(double eventsPerSecond, HubTest test) {
        return plain(60 * eventsPerSecond / test.eventsPerRequest(), 3);
    }

    private static String plain(double number, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(number)
                .setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.toPlainString();
    }

    private void write(boolean kafka) throws XMLStreamException {
        jmx.in(
                "jmeterTestPlan",
                () -> jmx.in(
                        "hashTree",
                        () -> jmx.element(
                                "TestPlan",
                                "TestPlanGui",
                                "load on " + plan.namespace().name() + " of " + plan.stack(),
                                () -> {
                                    jmx.flag("TestPlan.functional_mode", false);
                                    variables(kafka);
                                },
                                () -> {
                                    for (HubTest hub : plan.hubs()) {
                                        group(hub, kafka);
                                    }
                                })),
                "version",
                "1.2",
                "properties",
                "5.0",
                "jmeter",
                "5.6.3");
    }

    private void variables(boolean kafka) throws XMLStreamException {
        jmx.in(
                "elementProp",
                () -> jmx.in(
                        "collectionProp",
                        () -> {
                            if (!kafka) {
                                variable("HOST", "EVENTHUBS_HOST", "");
                                variable("PORT", "EVENTHUBS_PORT", "443");
                                variable("AUTHORIZATION", "EVENTHUBS_AUTHORIZATION", "");
                            }
                        },
                        "name",
                        "Arguments.arguments"),
                "name",
                "TestPlan.user_defined_variables",
                "elementType",
                "Arguments",
                "guiclass",
                "ArgumentsPanel",
                "testclass",
                "Arguments",
                "testname",
                "connection");
    }

    private void variable(String name, String environment, String otherwise) throws XMLStreamException {
        argument(name, "${__groovy(System.getenv('" + environment + "') ?: '" + otherwise + "')}");
    }

    private void argument(String name, String value) throws XMLStreamException {
        jmx.in(
                "elementProp",
                () -> {
                    jmx.string("Argument.name", name);
                    jmx.string("Argument.value", value);
                    jmx.string("Argument.metadata", "=");
                },
                "name",
                name,
                "elementType",
                "Argument");
    }

    private void group(HubTest hub, boolean kafka) throws XMLStreamException {
        jmx.element(
                "OpenModelThreadGroup",
                "OpenModelThreadGroupGui",
                hub.hub(),
                () -> {
                    jmx.in(
                            "elementProp",
                            () -> {},
                            "name",
                            "ThreadGroup.main_controller",
                            "elementType",
                            "OpenModelThreadGroupController");
                    jmx.string("ThreadGroup.on_sample_error", "continue");
                    jmx.string("OpenModelThreadGroup.schedule", schedule(hub));
                    jmx.string("OpenModelThreadGroup.random_seed", "1");
                },
                () -> {
                    if (kafka) {
                        kafka(hub);
                    } else {
                        https(hub);
                    }
                });
    }

    private void https(HubTest hub) throws XMLStreamException {
        jmx.element(
                "HTTPSamplerProxy",
                "HttpTestSampleGui",
                hub.hub(),
                () -> {
                    jmx.string("HTTPSampler.protocol", "https");
                    jmx.string("HTTPSampler.domain", "${HOST}");
                    jmx.string("HTTPSampler.port", "${PORT}");
                    jmx.string("HTTPSampler.path", "/" + hub.hub() + "/messages?timeout=60&api-version=2014-01");
                    jmx.string("HTTPSampler.method", "POST");
                    jmx.string("HTTPSampler.implementation", "HttpClient4");
                    jmx.string("HTTPSampler.connect_timeout", "30000");
                    jmx.string("HTTPSampler.response_timeout", "60000");
                    jmx.flag("HTTPSampler.use_keepalive", true);
                    jmx.flag("HTTPSampler.postBodyRaw", true);
                    body(hub);
                },
                () -> jmx.element("HeaderManager", "HeaderPanel", "headers", this::headers, () -> {}));
    }

    private void body(HubTest hub) throws XMLStreamException {
        String event = "{\"Body\":\"" + "e".repeat(hub.eventBytes()) + "\"}";
        String events = "[" + String.join(",", java.util.Collections.nCopies(hub.eventsPerRequest(), event)) + "]";
        jmx.in(
                "elementProp",
                () -> jmx.in(
                        "collectionProp",
                        () -> jmx.in(
                                "elementProp",
                                () -> {
                                    jmx.flag("HTTPArgument.always_encode", false);
                                    jmx.string("Argument.value", events);
                                    jmx.string("Argument.metadata", "=");
                                },
                                "name",
                                "",
                                "elementType",
                                "HTTPArgument"),
                        "name",
                        "Arguments.arguments"),
                "name",
                "HTTPsampler.Arguments",
                "elementType",
                "Arguments");
    }

    private void headers() throws XMLStreamException {
        jmx.in(
                "collectionProp",
                () -> {
                    header("Authorization", "${AUTHORIZATION}");
                    header("Content-Type", "application/vnd.microsoft.servicebus.json");
                },
                "name",
                "HeaderManager.headers");
    }

    private void header(String name, String value) throws XMLStreamException {
        jmx.in(
                "elementProp",
                () -> {
                    jmx.string("Header.name", name);
                    jmx.string("Header.value", value);
                },
                "name",
                name,
                "elementType",
                "Header");
    }

    private void kafka(HubTest hub) throws XMLStreamException {
        String script = GROOVY.replace("vars.get(\"EVENTS\") as int", String.valueOf(hub.eventsPerRequest()))
                .replace("vars.get(\"BYTES\") as int", String.valueOf(hub.eventBytes()));
        jmx.element(
                "JSR223Sampler",
                "TestBeanGUI",
                hub.hub(),
                () -> {
                    jmx.string("scriptLanguage", "groovy");
                    jmx.string("parameters", hub.hub());
                    jmx.string("cacheKey", "spillway");
                    jmx.string("filename", "");
                    jmx.string("script", script);
                },
                () -> {});
    }
}
