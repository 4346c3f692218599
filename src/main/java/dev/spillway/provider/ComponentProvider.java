package dev.spillway.provider;

import dev.spillway.plugin.PluginServer;
import dev.spillway.sdk.EventLoops;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Started by Pulumi's engine for {@code PulumiPlugin.yaml}: serves the components. */
public final class ComponentProvider {
    /** Given by the launcher in place of the engine's address. */
    private static final String REHEARSE = "--rehearse";

    private ComponentProvider() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        EventLoops.serveChannels();
        if (List.of(args).contains(REHEARSE)) {
            rehearse();
            return;
        }
        PluginServer.serve(new ProviderService(engineAddress(args)));
    }

    /** Asks for components over a port and makes them, as under the engine, and forgets them. */
    public static void rehearse() throws IOException {
        Rehearsal.run();
    }

    /** The one word that is no flag of the engine's logging; empty when the provider is started by hand. */
    static String engineAddress(String... args) {
        Deque<String> words = new ArrayDeque<>(List.of(args));
        while (!words.isEmpty()) {
            String word = words.remove();
            if (word.equals("--tracing")) {
                words.poll();
            } else if (!word.startsWith("-")) {
                return word;
            }
        }
        return "";
    }
}
