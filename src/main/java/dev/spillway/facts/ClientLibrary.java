package dev.spillway.facts;

import java.util.Arrays;
import java.util.Optional;

/** The client that sends or receives, by the name used in {@code stack.yaml} and in loss scenarios. */
public enum ClientLibrary {
    AZURE_SDK_JAVA("azureSdkJava", "Azure SDK for Java"),
    AZURE_SDK_DOTNET("azureSdkDotNet", "Azure SDK for .NET"),
    KAFKA_JAVA("kafkaJava", "Apache Kafka client for Java"),
    LIBRDKAFKA("librdkafka", "librdkafka"),
    AZURE_SDK_PYTHON("azureSdkPython", "Azure SDK for Python"),
    AZURE_SDK_NODE("azureSdkNode", "Azure SDK for JavaScript"),
    CUSTOM("custom", "custom client");

    private final String key;
    private final String title;

    ClientLibrary(String key, String title) {
        this.key = key;
        this.title = title;
    }

    public String key() {
        return key;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    public static Optional<ClientLibrary> byKey(String key) {
        return Arrays.stream(values())
                .filter(library -> library.key.equals(key))
                .findFirst();
    }
}
