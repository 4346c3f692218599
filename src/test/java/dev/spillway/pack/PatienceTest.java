package dev.spillway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    private final List<String> said = new ArrayList<>();
    private final List<Runnable> alarms = new ArrayList<>();
    private final CompletableFuture<Void> pending = new CompletableFuture<>();
    private final Patience patience = new Patience(Duration.ofMinutes(2), (time, action) -> {
        alarms.add(action);
        return pending;
    });

    private final StreamObserver<String> engine = new StreamObserver<>() {
        @Override
        public void onNext(String value) {
            said.add(value);
        }

        @Override
        public void onError(Throwable failure) {
            said.add(String.valueOf(failure.getMessage()));
        }

        @Override
        public void onCompleted() {
            said.add("done");
        }
    };

    @Test
    void anAnswerInTimeIsPassedOnAndTheAlarmIsSwitchedOff() {
        StreamObserver<String> guarded = patience.guard(engine, "orders");

        guarded.onNext("passed");
        guarded.onCompleted();
        alarms.forEach(Runnable::run);

        assertThat(said).containsExactly("passed", "done");
        assertThat(pending).isCancelled();
    }

    @Test
    void anErrorInTimeIsPassedOn() {
        patience.guard(engine, "orders").onError(new IllegalStateException("broken"));
        alarms.forEach(Runnable::run);

        assertThat(said).containsExactly("broken");
    }

    @Test
    void whatIsNotJudgedInTimeHasNotPassedWhateverComesLater() {
        StreamObserver<String> guarded = patience.guard(engine, "orders");

        alarms.forEach(Runnable::run);
        guarded.onNext("passed");
        guarded.onError(new IllegalStateException("broken"));

        assertThat(said)
                .containsExactly(
                        "DEADLINE_EXCEEDED: orders: not judged within 120 s, so it has not passed. On a slow machine"
                                + " set SPILLWAY_PACK_PATIENCE_SECONDS to more; otherwise disable rules in --policy-pack-config to"
                                + " find the slow one.");
    }
}
