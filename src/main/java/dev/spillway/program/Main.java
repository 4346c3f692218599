package dev.spillway.program;

import com.pulumi.Context;
import com.pulumi.exceptions.RunException;
import dev.spillway.components.DeclaredStack;
import dev.spillway.config.StackFile;
import dev.spillway.model.Problems;
import dev.spillway.model.StackSpec;
import dev.spillway.sdk.EngineRun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The one program of every stack. {@code pulumi up -s <stack>} starts it through {@link #main}, {@code spillway preview} runs
 * {@link #declare} against its embedded monitor; both read the file that the configuration key {@value #STACK_FILE} names.
 */
public final class Main {
    /** Configuration key of the project: path of the {@code stack.yaml}, from the program's folder. */
    public static final String STACK_FILE = "stackFile";

    private static final List<String> CHOOSES_CLUSTER =
            List.of("kubeconfig", "context", "cluster", "renderYamlToDirectory");

    private Main() {}

    public static void main(String[] args) {
        EngineRun.of(Main::declareOrComplain);
    }

    /** What is wrong with a stack's file is for its author, who has no use for a stack trace. */
    private static void declareOrComplain(Context context) {
        try {
            declare(context);
        } catch (Problems problems) {
            throw new RunException(problems.getMessage());
        }
    }

    public static void declare(Context context) {
        Path file = Path.of(context.config().require(STACK_FILE));
        StackSpec spec = StackFile.read(file);
        DeclaredStack.declare(spec, namesACluster(context), Clock.systemUTC())
                .outputs()
                .forEach(context::export);
    }

    /** Whoever configures the Kubernetes provider has chosen the cluster; a new one's own credentials are not used then. */
    private static boolean namesACluster(Context context) {
        var kubernetes = context.config("kubernetes");
        return CHOOSES_CLUSTER.stream().anyMatch(key -> kubernetes.get(key).isPresent());
    }
}
