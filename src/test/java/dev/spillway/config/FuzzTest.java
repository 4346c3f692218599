package dev.spillway.config;

import static org.assertj.core.api.Assertions.fail;

import dev.spillway.model.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file on its way to us, it is a stack or a list of problems. */
final class FuzzTest {
    private static final int INPUTS = 4_000;
    private static final List<String> SCRAPS = List.of(
            ":",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "&a ",
            "*a ",
            "!!x ",
            "!",
            "|\n",
            ">-\n",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "? ",
            "<<: ",
            "~",
            "null",
            "\"",
            "'",
            "\\x",
            "#",
            "\n",
            "\n  ",
            "\t",
            "\r",
            "\0",
            ".inf",
            "-1",
            "1e999",
            "0x1F",
            "2s",
            "true",
            "$Default",
            "\u00E9",
            "\uFEFF",
            "\uD83D\uDE00",
            "orders/orders",
            "Premium",
            "lag");

    @Test
    void mutatedFilesGiveProblemsAndNothingElse() {
        long seed = Long.getLong("spillway.seed", System.nanoTime());
        System.out.println("FuzzTest: -Dspillway.seed=" + seed);
        var chance = new Random(seed);
        var sources = List.of(Resources.bytes("maximal.yaml"), Resources.bytes("contract-page.yaml"));

        for (int round = 0; round < INPUTS; round++) {
            var content = sources.get(round % sources.size());
            for (int times = 1 + chance.nextInt(4); times > 0; times--) {
                content = mutated(content, chance);
            }
            read(content, seed, round);
        }
    }

    private static void read(byte[] content, long seed, int round) {
        try {
            StackFile.parse("stack.yaml", content);
        } catch (Problems expected) {
            // the answer for a file that the mutation broke
        } catch (RuntimeException | StackOverflowError escaped) {
            var input = new String(content, StandardCharsets.UTF_8);
            fail("seed " + seed + ", round " + round + " let " + escaped + " escape for\n" + input, escaped);
        }
    }

    private static byte[] mutated(byte[] content, Random chance) {
        int from = chance.nextInt(content.length + 1);
        int to = Math.min(content.length, from + chance.nextInt(40));
        return switch (chance.nextInt(6)) {
            case 0 -> joined(content, from, new byte[0], to);
            case 1 -> joined(content, from, new byte[] {(byte) chance.nextInt(256)}, from);
            case 2 ->
                joined(
                        content,
                        from,
                        new byte[] {(byte) (' ' + chance.nextInt(95))},
                        Math.min(content.length, from + 1));
            case 3 -> joined(content, from, Arrays.copyOfRange(content, from, to), from);
            case 4 -> Arrays.copyOf(content, Math.max(from, 1));
            default -> joined(content, from, scrap(chance), chance.nextBoolean() ? from : to);
        };
    }

    private static byte[] scrap(Random chance) {
        return SCRAPS.get(chance.nextInt(SCRAPS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] content, int head, byte[] middle, int tail) {
        var joined = Arrays.copyOf(content, head + middle.length + content.length - tail);
        System.arraycopy(middle, 0, joined, head, middle.length);
        System.arraycopy(content, tail, joined, head + middle.length, content.length - tail);
        return joined;
    }
}
