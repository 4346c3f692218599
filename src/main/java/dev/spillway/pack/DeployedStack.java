package dev.spillway.pack;

import dev.spillway.intake.DeployedState;
import dev.spillway.intake.UnreadableGraph;
import dev.spillway.rule.Deployed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is deployed, which the engine does not say: a saved state that the user names, or else what the engine's own command
 * line exports, asked for while the program starts. Where neither is to be had, nothing is known.
 */
final class DeployedStack {
    /** Names the saved state, or {@value #NOTHING}. */
    static final String AGAINST = "SPILLWAY_AGAINST";

    static final String NOTHING = "none";

    private static final int PATIENCE_SECONDS = 30;

    private final Optional<String> against;
    private final Optional<String> commandLine;

    private DeployedStack(Optional<String> against, Optional<String> commandLine) {
        this.against = against.filter(given -> !given.isBlank());
        this.commandLine = commandLine;
    }

    /** As the environment says, asking the command line that this process descends from. */
    static DeployedStack of(Optional<String> against) {
        return new DeployedStack(
                against,
                Stream.iterate(
                                ProcessHandle.current().parent(),
                                Optional::isPresent,
                                child -> child.flatMap(ProcessHandle::parent))
                        .flatMap(Optional::stream)
                        .flatMap(process -> process.info().command().stream())
                        .filter(DeployedStack::isPulumi)
                        .findFirst());
    }

    static DeployedStack unknown() {
        return new DeployedStack(Optional.empty(), Optional.empty());
    }

    /** What is known without a run: the state that the user named. */
    Supplier<Deployed> ofNoRun() {
        return of(Run.NOT_TOLD, "");
    }

    /** Begins to find out; whoever asks waits for the answer. A state of another stack is an error, for nothing would fit. */
    Supplier<Deployed> of(Run run, String organization) {
        if (against.isPresent()) {
            return against.get().equals(NOTHING) ? () -> Deployed.NOTHING_KNOWN : saved(against.get(), run);
        }
        if (run.stack().isEmpty() || commandLine.isEmpty()) {
            return () -> Deployed.NOTHING_KNOWN;
        }
        CompletableFuture<Deployed> exported = CompletableFuture.supplyAsync(
                        () -> exported(organization + "/" + run.project() + "/" + run.stack()))
                .completeOnTimeout(Deployed.NOTHING_KNOWN, PATIENCE_SECONDS, TimeUnit.SECONDS);
        return exported::join;
    }

    private static Supplier<Deployed> saved(String file, Run run) {
        try {
            DeployedState state = DeployedState.read(Path.of(file));
            state.stack()
                    .filter(urn -> !run.stack().isEmpty()
                            && !(urn.stack().equals(run.stack())
                                    && urn.project().equals(run.project())))
                    .ifPresent(urn -> {
                        throw new UnusableConfiguration(
                                List.of(AGAINST + ": " + file + " is the state of " + urn.project() + "/" + urn.stack()
                                        + ", give that of " + run.project() + "/" + run.stack()));
                    });
            Deployed deployed = Deployed.of(state.resources());
            return () -> deployed;
        } catch (UnreadableGraph unreadable) {
            throw new UnusableConfiguration(unreadable.problems().stream()
                    .map(problem -> AGAINST + ": " + problem)
                    .toList());
        }
    }

    private Deployed exported(String stack) {
        try {
            Process export = new ProcessBuilder(
                            commandLine.orElseThrow(), "stack", "export", "--non-interactive", "--stack", stack)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            export.getOutputStream().close();
            try (InputStream state = export.getInputStream()) {
                String text = new String(state.readAllBytes(), StandardCharsets.UTF_8);
                return export.waitFor() == 0
                        ? Deployed.of(
                                DeployedState.read(text, "pulumi stack export").resources())
                        : Deployed.NOTHING_KNOWN;
            }
        } catch (IOException | UnreadableGraph unknown) {
            return Deployed.NOTHING_KNOWN;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Deployed.NOTHING_KNOWN;
        }
    }

    private static boolean isPulumi(String command) {
        String name = Path.of(command).getFileName().toString();
        return List.of("pulumi", "pulumi.exe").contains(name);
    }
}
