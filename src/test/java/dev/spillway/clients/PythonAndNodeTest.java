package dev.spillway.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spillway.plan.ClientConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is emitted for Python and Node, loaded by {@code tools/clients} into the libraries and read back. */
final class PythonAndNodeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TOOLS = Path.of("tools/clients").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void aPythonSenderHasWhatWasEmitted() throws Exception {
        JsonNode read = python(Emitted.toSender("azureSdkPython"));

        assertThat(read.path("retry_total").asInt()).isEqualTo(7);
        assertThat(read.path("retry_backoff_factor").asDouble()).isEqualTo(2.5);
        assertThat(read.path("retry_backoff_max").asDouble()).isEqualTo(30);
        assertThat(read.path("retry_mode").asText()).isEqualTo("exponential");
        assertThat(read.path("transport_type").asText()).isEqualTo("AmqpOverWebsocket");
        assertThat(read.path("port").asInt()).isEqualTo(443);
        assertThat(read.path("max_buffer_length").asInt()).isEqualTo(1000);
        assertThat(read.path("max_wait_time").asInt()).isEqualTo(1);
        assertThat(read.path("unknown")).isEmpty();
    }

    @Test
    void aPythonReaderHasWhatWasEmitted() throws Exception {
        JsonNode read = python(Emitted.toReader("azureSdkPython"));

        assertThat(read.path("load_balancing_strategy").asText()).isEqualTo("balanced");
        assertThat(read.path("load_balancing_interval").asInt()).isEqualTo(10);
        assertThat(read.path("partition_ownership_expiration_interval").asInt()).isEqualTo(60);
        assertThat(read.path("port").asInt()).isEqualTo(5671);
    }

    @Test
    void aNodeSenderHasWhatWasEmitted() throws Exception {
        JsonNode read = node(Emitted.toSender("azureSdkNode"));

        assertThat(read.path("retryOptions"))
                .isEqualTo(JSON.readTree("{\"maxRetries\":7,\"maxRetryDelayInMs\":30000,\"mode\":0,"
                        + "\"retryDelayInMs\":2500,\"timeoutInMs\":45000}"));
        assertThat(read.path("maxEventBufferLengthPerPartition").asInt()).isEqualTo(1000);
        assertThat(read.path("maxWaitTimeInMs").asInt()).isEqualTo(1000);
        assertThat(read.path("enableIdempotentRetries").asBoolean()).isTrue();
        assertThat(read.path("webSockets").asBoolean()).isTrue();
    }

    @Test
    void aNodeReaderHasWhatWasEmitted() throws Exception {
        JsonNode read = node(Emitted.toReader("azureSdkNode"));

        assertThat(read.path("loadBalancing"))
                .isEqualTo(JSON.readTree("{\"strategy\":\"balanced\",\"updateIntervalInMs\":10000,"
                        + "\"partitionOwnershipExpirationIntervalInMs\":60000}"));
        assertThat(read.path("webSockets").asBoolean()).isFalse();
    }

    private JsonNode python(ClientConfiguration emitted) throws IOException, InterruptedException {
        Path python = installed().resolve("python/bin/python");
        assumeTrue(Files.exists(python), "azure-eventhub is not installed, tools/clients/install.sh does it");
        return said(
                List.of(python.toString(), "-B", TOOLS.resolve("read-back.py").toString(), written(emitted)));
    }

    private JsonNode node(ClientConfiguration emitted) throws IOException, InterruptedException {
        Path modules = installed().resolve("node/node_modules");
        assumeTrue(Files.exists(modules), "@azure/event-hubs is not installed, tools/clients/install.sh does it");
        return said(List.of("node", TOOLS.resolve("read-back.js").toString(), written(emitted), modules.toString()));
    }

    private static Path installed() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
        return Path.of(output(List.of(TOOLS.resolve("install.sh").toString(), "--path"))
                .strip());
    }

    private String written(ClientConfiguration emitted) throws IOException {
        return Files.writeString(folder.resolve(emitted.file()), emitted.content(), UTF_8)
                .toString();
    }

    private static JsonNode said(List<String> command) throws IOException, InterruptedException {
        return JSON.readTree(output(command));
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return text;
    }
}
