package dev.spillway.loss.sizing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.loss.*;
import java.nio.file.*;

class Scratch {
    public static void main(String[] a) throws Exception {
        var f = ScenarioJson.read(new ObjectMapper()
                .readTree(Files.readString(Path.of("src/test/resources/loss/cases/" + a[0])))
                .path("scenario"));
        for (int i = 0; i < 5; i++) {
            long t = System.nanoTime();
            var s = Sizing.of(f, Allowance.NOTHING);
            System.out.println((System.nanoTime() - t) / 1e6 + " ms");
            if (i == 4) {
                s.needs().forEach(System.out::println);
                System.out.println(s.cost());
                s.cheapest()
                        .ifPresent(d -> System.out.println(
                                "C " + d.changes() + d.cost() + d.forecast().lostEvents() + " max "
                                        + d.forecast().delaySeconds().maximum()));
                s.weaker()
                        .ifPresent(d -> System.out.println(
                                "W " + d.changes() + d.cost() + d.forecast().lostEvents()));
                s.rateLimited()
                        .ifPresent(d -> System.out.println(
                                "R " + d.changes() + d.cost() + d.forecast().lostEvents()));
            }
        }
    }
}
