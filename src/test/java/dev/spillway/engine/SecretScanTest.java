package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scan finds what it is for; without this, its silence would prove nothing. */
final class SecretScanTest {
    private static final String SECRET = "aQ7xK2wZ\"\\<9vTn4Lr8";

    private final SecretScan scan = new SecretScan(Map.of("the key", SECRET));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            value = {
                "as it is;                  aQ7xK2wZ\"\\<9vTn4Lr8",
                "escaped for JSON;          aQ7xK2wZ\\\"\\\\\\u003c9vTn4Lr8",
                "escaped twice;             aQ7xK2wZ\\\\\\\"\\\\\\\\<9vTn4Lr8",
                "escaped for a URL;         aQ7xK2wZ%22%5C%3C9vTn4Lr8",
                "its beginning alone;       password aQ7xK2...",
                "its end alone;             ...Tn4Lr8",
            },
            delimiter = ';',
            quoteCharacter = '`')
    void aLeakIsFound(String how, String leak) throws IOException {
        Files.writeString(folder.resolve("log.txt"), "first line\n" + leak + "\n");

        assertThat(scan.findings(folder)).as(how).containsExactly("log.txt: the key");
    }

    @ParameterizedTest
    @CsvSource({"''", "a", "ab", "key="})
    void aLeakInBase64IsFoundWhateverStandsBeforeIt(String before) throws IOException {
        byte[] text = (before + SECRET + ";more").getBytes(UTF_8);
        Files.writeString(folder.resolve("log.txt"), Base64.getEncoder().encodeToString(text));

        assertThat(scan.findings(folder)).containsExactly("log.txt: the key in base64");
    }

    @Test
    void bytesThatAreNoTextAreLookedAtToo() throws IOException {
        byte[] bytes = ("\0\1" + SECRET).getBytes(UTF_8);
        bytes[0] = (byte) 0xff;
        Files.write(folder.resolve("core"), bytes);

        assertThat(scan.findings(folder)).containsExactly("core: the key");
    }

    @Test
    void whatIsCleanOrExceptedIsNotFound() throws IOException {
        Files.createDirectories(folder.resolve("cloud"));
        Files.writeString(folder.resolve("cloud/body.json"), SECRET);
        Files.writeString(folder.resolve("log.txt"), "[secret]");

        assertThat(scan.findings(folder, "cloud")).isEmpty();
    }
}
