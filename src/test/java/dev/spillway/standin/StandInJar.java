package dev.spillway.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/**
 * The stand-in as a jar with class data beside it, which halves its start: the engine starts it for every command, and class
 * data is made of jars alone. Named after its content, so that no test meets the code of yesterday.
 */
public final class StandInJar {
    /** Names the jar for the script. */
    public static final String VARIABLE = "SPILLWAY_STAND_IN_JAR";

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path SCRIPT =
            Path.of("tools/standin/pulumi-resource-azure-native").toAbsolutePath();
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    /** What it uses of ours; a change elsewhere makes no new jar. */
    private static final List<String> ROOMS = List.of("intake", "view", "units", "plugin", "sdk");

    private StandInJar() {}

    /** Makes the jar for those who are no test, and says where it is. */
    public static void main(String[] args) throws IOException {
        System.out.println(made());
    }

    /** Makes the jar and its class data, where they are not there yet. */
    public static synchronized Path made() throws IOException {
        SortedMap<String, byte[]> content = content();
        Path folder = Files.createDirectories(TARGET.resolve("standin"));
        String name = hash(content);
        Path jar = folder.resolve(name + ".jar");
        Path classData = folder.resolve(name + ".jsa");
        if (!Files.exists(classData)) {
            forget(folder);
            write(jar, content);
            train(jar, classData);
        }
        return jar;
    }

    private static SortedMap<String, byte[]> content() throws IOException {
        SortedMap<String, byte[]> content = new TreeMap<>();
        read(TARGET.resolve("test-classes"), "dev/spillway/standin", content);
        for (String room : ROOMS) {
            read(TARGET.resolve("classes"), "dev/spillway/" + room, content);
        }
        return content;
    }

    private static void read(Path root, String below, Map<String, byte[]> content) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(below))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private static String hash(SortedMap<String, byte[]> content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(TARGET.resolve("standin.classpath")));
        sum.update(System.getProperty("java.home").getBytes(UTF_8));
        content.forEach((name, bytes) -> {
            sum.update(name.getBytes(UTF_8));
            sum.update(bytes);
        });
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** What former content left. */
    private static void forget(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Class data is tied to the time of the jar. */
    private static void write(Path jar, SortedMap<String, byte[]> content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()).setLastModifiedTime(LONG_AGO));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        Files.setLastModifiedTime(jar, LONG_AGO);
    }

    /** One run that loads what a run loads; a JVM that writes nothing down leaves the jar to be used without. */
    private static void train(Path jar, Path classData) throws IOException {
        Path cloud = Files.createTempFile("training", ".json");
        Path written = classData.resolveSibling("new");
        Files.delete(cloud);
        ProcessBuilder training =
                new ProcessBuilder(SCRIPT.toString(), "127.0.0.1:1").redirectError(ProcessBuilder.Redirect.DISCARD);
        training.environment()
                .putAll(Map.of(
                        AzureStandIn.SWITCH,
                        "1",
                        AzureStandIn.CLOUD,
                        cloud.toString(),
                        VARIABLE,
                        jar.toString(),
                        "JAVA_TOOL_OPTIONS",
                        "-XX:ArchiveClassesAtExit=" + written));
        Process process = training.start();
        try (BufferedReader said = process.inputReader(UTF_8)) {
            rehearse(Integer.parseInt(said.readLine()));
        } finally {
            process.destroy();
            await(process);
            Files.deleteIfExists(cloud);
        }
        if (Files.exists(written)) {
            Files.move(written, classData, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void rehearse(int port) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        try {
            ResourceProviderBlockingStub provider = ResourceProviderGrpc.newBlockingStub(channel);
            String urn = StandInRun.urn(StandInRun.GROUP);
            var inputs = Json.struct(StandInRun.group());
            provider.check(CheckRequest.newBuilder().setUrn(urn).setNews(inputs).build());
            var created = provider.create(
                    CreateRequest.newBuilder().setUrn(urn).setProperties(inputs).build());
            provider.read(ReadRequest.newBuilder()
                    .setUrn(urn)
                    .setId(created.getId())
                    .setInputs(inputs)
                    .build());
        } finally {
            channel.shutdownNow();
        }
    }

    private static void await(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException("interrupted while the stand-in was trained", e));
        }
    }
}
