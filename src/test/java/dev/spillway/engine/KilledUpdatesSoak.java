package dev.spillway.engine;

import dev.spillway.engine.KilledUpdate.Victim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Program, pack, provider and engine, each killed at three moments drawn by chance; {@code make soak} runs it. */
@Tag("soak")
final class KilledUpdatesSoak {
    private static final int MOMENTS = 3;

    static Stream<KilledUpdate> kills() {
        long seed = Optional.ofNullable(Long.getLong("soak.seed")).orElseGet(() -> new Random().nextLong());
        System.out.println("seed " + seed + ", `make soak SEED=" + seed + "` repeats this run");
        Random chance = new Random(seed);
        return Arrays.stream(Victim.values()).flatMap(victim -> moments(victim, chance).stream());
    }

    @ParameterizedTest
    @MethodSource("kills")
    void nothingIsLostOrDoubled(KilledUpdate kill) throws IOException {
        try (EngineProject project = KilledUpdateTest.project()) {
            kill.run(project);

            Repair repair = new Repair(project);
            if (kill.victim() == Victim.ENGINE) {
                repair.unlock();
            }
            repair.forgetPendingCreates().importWhatExists().updateAgain().assertNothingIsLostOrDoubled();
        }
    }

    private static List<KilledUpdate> moments(Victim victim, Random chance) {
        List<KilledUpdate> all = new ArrayList<>();
        for (int call = 1; call <= KilledUpdate.CREATES; call++) {
            all.add(new KilledUpdate(victim, call, true));
            if (victim == Victim.PROVIDER || victim == Victim.ENGINE) {
                all.add(new KilledUpdate(victim, call, false));
            }
        }
        Collections.shuffle(all, chance);
        return List.copyOf(all.subList(0, MOMENTS));
    }
}
