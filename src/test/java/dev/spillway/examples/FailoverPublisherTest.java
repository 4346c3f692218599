package dev.spillway.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.models.CloudEvent;
import com.azure.core.models.CloudEventDataFormat;
import com.azure.core.util.BinaryData;
import dev.spillway.plan.FailoverTiming;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The failover publisher of {@code examples}, with the Azure SDK, against two topics on this machine. */
class FailoverPublisherTest {
    private static final int EVENTS = 10_000;
    private static final int BATCH = 10;
    private static final int GOES_AWAY_AFTER = 3_000;
    private static final int COMES_BACK_AFTER = 5_000;
    private static final Duration PER_BATCH = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private ClassLoader example = ClassLoader.getSystemClassLoader();

    /** Goes on when it is told to, so that no test waits for minutes. */
    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T08:00:00Z");

        void goOn(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void compiled() throws Exception {
        example = Compiled.example("failover-publisher", folder);
    }

    @Test
    void nothingIsLostWhenThePrimaryGoesAwayAndComesBack() throws Throwable {
        try (LoopbackTopic primary = new LoopbackTopic();
                LoopbackTopic secondary = new LoopbackTopic()) {
            FailoverTiming timing = FailoverTiming.standard();
            Object publisher = publisher(settings(timing, "activePassive", primary, secondary));
            Instant away = Instant.MAX;
            Instant back = Instant.MAX;
            Instant switched = Instant.MAX;
            Instant returned = Instant.MAX;
            for (int at = 0; at < EVENTS; at += BATCH) {
                if (at == GOES_AWAY_AFTER) {
                    primary.goAway();
                    away = clock.instant();
                }
                if (at == COMES_BACK_AFTER) {
                    primary.comeBack();
                    back = clock.instant();
                }
                publish(publisher, events(at));
                int current = (int) publisher.getClass().getMethod("current").invoke(publisher);
                switched = current == 1 && switched.equals(Instant.MAX) ? clock.instant() : switched;
                boolean isBack = current == 0 && !switched.equals(Instant.MAX);
                returned = isBack && returned.equals(Instant.MAX) ? clock.instant() : returned;
                clock.goOn(PER_BATCH);
            }

            Set<String> arrived = new HashSet<>(primary.taken());
            arrived.addAll(secondary.taken());
            int delivered = primary.taken().size() + secondary.taken().size();
            long resent = (long) publisher.getClass().getMethod("resent").invoke(publisher);
            assertThat(arrived).hasSize(EVENTS);
            assertThat(delivered).isGreaterThanOrEqualTo(EVENTS);
            assertThat(delivered - EVENTS).as("duplicates").isEqualTo(BATCH);
            assertThat(resent).isGreaterThanOrEqualTo(delivered - EVENTS);
            assertThat(Duration.between(away, switched)).isLessThanOrEqualTo(timing.longestSwitch());
            assertThat(Duration.between(back, returned))
                    .isGreaterThanOrEqualTo(timing.healthyToReturn())
                    .isLessThanOrEqualTo(
                            timing.healthyToReturn().plus(timing.probeInterval().multipliedBy(2)));
            assertThat(primary.taken().size()).isGreaterThan(GOES_AWAY_AFTER + BATCH);
        }
    }

    @Test
    void bothAreUsedInTurnWhereBothAreActive() throws Throwable {
        try (LoopbackTopic primary = new LoopbackTopic();
                LoopbackTopic secondary = new LoopbackTopic()) {
            Object publisher = publisher(settings(FailoverTiming.standard(), "activeActive", primary, secondary));

            for (int at = 0; at < 100; at += BATCH) {
                publish(publisher, events(at));
            }

            assertThat(primary.taken()).hasSize(50);
            assertThat(secondary.taken()).hasSize(50);
        }
    }

    @Test
    void whatNobodyTakesIsGivenBackAfterTheTimeThatWasSet() throws Exception {
        try (LoopbackTopic primary = new LoopbackTopic();
                LoopbackTopic secondary = new LoopbackTopic()) {
            primary.goAway();
            secondary.goAway();
            FailoverTiming timing = FailoverTiming.standard();
            Object publisher = publisher(settings(timing, "activePassive", primary, secondary));
            Instant start = clock.instant();

            assertThatThrownBy(() -> publish(publisher, events(0))).rootCause().hasMessageContaining("503");

            assertThat(Duration.between(start, clock.instant()))
                    .isBetween(timing.publisherRetry(), timing.publisherRetry().plus(timing.probeInterval()));
        }
    }

    private static Map<String, String> settings(
            FailoverTiming timing, String mode, LoopbackTopic primary, LoopbackTopic secondary) {
        Map<String, String> settings = new LinkedHashMap<>(timing.clientSettings());
        settings.put("EVENTGRID_ENDPOINTS", primary.endpoint() + "," + secondary.endpoint());
        settings.put("EVENTGRID_MODE", mode);
        settings.put("EVENTGRID_PROBE_PATH", FailoverTiming.PROBE_PATH);
        return settings;
    }

    private Object publisher(Map<String, String> environment) throws Exception {
        Class<?> settingsType = example.loadClass("example.failover.FailoverSettings");
        Object settings = settingsType.getMethod("of", Map.class).invoke(null, environment);
        Class<?> topicType = example.loadClass("example.failover.EventGridTopic");
        Constructor<?> topic = topicType.getConstructor(URI.class, HttpPipeline.class, settingsType);
        List<Object> topics = List.of(
                topic.newInstance(endpoint(settings, 0), new HttpPipelineBuilder().build(), settings),
                topic.newInstance(endpoint(settings, 1), new HttpPipelineBuilder().build(), settings));
        Class<?> pauseType = example.loadClass("example.failover.FailoverPublisher$Pause");
        Object pause = Proxy.newProxyInstance(example, new Class<?>[] {pauseType}, (proxy, method, arguments) -> {
            clock.goOn((Duration) arguments[0]);
            return null;
        });
        return example.loadClass("example.failover.FailoverPublisher")
                .getConstructor(settingsType, List.class, Clock.class, pauseType)
                .newInstance(settings, topics, clock, pause);
    }

    private static URI endpoint(Object settings, int at) throws ReflectiveOperationException {
        return (URI) ((List<?>) settings.getClass().getMethod("endpoints").invoke(settings)).get(at);
    }

    private static void publish(Object publisher, List<CloudEvent> events) throws Throwable {
        try {
            publisher.getClass().getMethod("publish", List.class).invoke(publisher, events);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static List<CloudEvent> events(int from) {
        return IntStream.range(from, from + BATCH)
                .mapToObj(number -> new CloudEvent(
                                "/orders",
                                "order.placed",
                                BinaryData.fromString("{\"number\":" + number + "}"),
                                CloudEventDataFormat.JSON,
                                "application/json")
                        .setId(String.valueOf(number)))
                .toList();
    }
}
