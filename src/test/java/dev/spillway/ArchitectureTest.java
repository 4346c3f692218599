package dev.spillway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.spillway.model.StackSpec;
import java.io.File;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms, who may use whom, and what each of them may reach. Rooms that are not built yet are passed over. */
final class ArchitectureTest {
    private static final String ROOT = "dev.spillway";
    private static final Set<String> EVERYTHING = Set.of("*");

    /** Each room with the rooms it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            row("units"),
            row("facts", "units"),
            row("loss", "facts", "units"),
            // Declaring.
            row("model", "facts", "units"),
            row("config", "model", "facts", "units"),
            row("plan", "model", "loss", "facts", "units"),
            row("loadtest", "plan", "loss", "facts", "units"),
            row("components", "plan", "model", "facts", "units", "sdk"),
            row("sdk"),
            row("program", "config", "components", "model", "sdk"),
            // Judging.
            row("view", "facts", "units"),
            row("intake", "view", "units"),
            row("forecast", "view", "loss", "facts", "units"),
            row("rule", "view", "units"),
            row("rules", "rule", "forecast", "view", "loss", "facts", "units"),
            row("judge", "rule", "view", "units"),
            row("report", "rule", "units"),
            row("assess", "judge", "forecast", "report", "rule", "view", "loss", "units"),
            row("harness", "intake", "judge", "rule", "view"),
            row("monitor", "sdk", "intake", "view"),
            // The edges, which nobody uses.
            row("pack", "plugin", "intake", "judge", "assess", "report", "rules", "rule", "forecast", "view"),
            row("plugin", "sdk"),
            row("deadletter", "facts", "units"),
            row("provider", "plugin", "config", "components", "model", "sdk"),
            Map.entry("docgen", EVERYTHING),
            Map.entry("cli", EVERYTHING));

    private static final String[] FILES = {"config", "facts", "intake", "report", "docgen", "cli", "program", "pack"};
    private static final String[] PULUMI = {"components", "program", "pack", "provider", "plugin", "monitor", "sdk"};
    private static final String[] MESSAGES = {"components", "program", "pack", "provider", "monitor", "intake"};
    /** The engine finds a process of ours by the port that it prints. */
    private static final String[] CONSOLE = {"cli", "plugin"};

    private static final String[] CLOCK_AND_CHANCE = {"cli", "program", "pack", "provider", "monitor"};

    private static final JavaClasses OURS = ours();

    @Test
    void everyRoomHasARow() {
        assertThat(MAY_USE.keySet()).containsAll(rooms());
    }

    @TestFactory
    Stream<DynamicTest> roomsUseOnlyTheRoomsOfTheirRow() {
        return rooms().stream()
                .filter(room -> !allowed(room).equals(EVERYTHING))
                .map(room -> dynamicTest(
                        room + " may use " + new TreeSet<>(allowed(room)),
                        () -> noClasses()
                                .that(in(room))
                                .should()
                                .dependOnClassesThat(roomsOtherThan(room))
                                .check(OURS)));
    }

    @Test
    void nobodyUsesTheCommandLine() {
        checkWhere("cli", noClasses().that(notIn("cli")).should().dependOnClassesThat(in("cli")));
    }

    @Test
    void onlyTheCommandLineUsesTheMonitorAndThePageWriter() {
        noClasses()
                .that(notIn("cli", "monitor", "docgen"))
                .should()
                .dependOnClassesThat(in("monitor", "docgen"))
                .check(OURS);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void areasOfRulesDoNotUseEachOther() {
        checkWhere("rules", slices().matching(ROOT + ".rules.(*)..").should().notDependOnEachOther());
    }

    @Test
    void areasOfRulesDoNotKnowTheCatalogue() {
        checkWhere(
                "rules",
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ".rules.*..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + ".rules"));
    }

    @Test
    void rulesAreReachedThroughTheirCatalogue() {
        checkWhere(
                "rules",
                classes()
                        .that()
                        .resideInAPackage(ROOT + ".rules")
                        .should()
                        .haveNameMatching(".*\\.rules\\.(Catalogue(\\$.*)?|package-info)"));
        checkWhere(
                "rules",
                noClasses().that(notIn("rules")).should().dependOnClassesThat().resideInAPackage(ROOT + ".rules.*.."));
    }

    @Test
    void unitsNeedNothingButTheJdk() {
        classes()
                .that(in("units"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(ROOT + ".units..", "java..", "org.jspecify.."))
                .check(OURS);
    }

    @Test
    void pulumiIsKnownOnlyWhereResourcesAreDeclaredOrServed() {
        noClasses()
                .that(notIn(PULUMI))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.pulumi..", "pulumirpc..", "io.grpc.."))
                .check(OURS);
    }

    @Test
    void theEnginesMessagesAreReadOnlyWhereTheyArrive() {
        noClasses()
                .that(notIn(MESSAGES))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.google.protobuf.."))
                .check(OURS);
    }

    @Test
    void filesAreOpenedOnlyWhereTextComesInOrGoesOut() {
        noClasses()
                .that(notIn(FILES))
                .should()
                .dependOnClassesThat(opensFiles())
                .check(OURS);
    }

    @Test
    void onlyWhatIsStartedByNameTalksToTheConsole() {
        noClasses()
                .that(notIn(CONSOLE))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(OURS);
    }

    @Test
    void clockEnvironmentAndChanceEnterAtTheEdges() {
        noClasses()
                .that(notIn(CLOCK_AND_CHANCE))
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "reads the clock, the environment or chance", ArchitectureTest::isClockOrChance))
                .check(OURS);
    }

    @Test
    void everyTopLevelClassIsClosed() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                // Every rule is one, in a room that its base does not know.
                .doNotHaveSimpleName("ListedRule")
                .should(be("final, sealed, a record, an enum or an interface", ArchitectureTest::isClosed))
                .check(OURS);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(be(
                        "in a package whose package-info says @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)))
                .check(OURS);
    }

    private static Map.Entry<String, Set<String>> row(String room, String... allowed) {
        return Map.entry(room, Set.of(allowed));
    }

    private static DescribedPredicate<JavaClass> roomsOtherThan(String room) {
        Set<String> own = new TreeSet<>(allowed(room));
        own.add(room);
        return notIn(own.toArray(String[]::new));
    }

    private static Set<String> allowed(String room) {
        return MAY_USE.getOrDefault(room, Set.of());
    }

    /** From where the compiler put them, not from the class path, so that a test can never pass for one of ours. */
    private static JavaClasses ours() {
        URI classes = URI.create(StackSpec.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        return new ClassFileImporter().importPath(Path.of(classes));
    }

    /** The rooms that have content. */
    private static Set<String> rooms() {
        Set<String> rooms = OURS.stream().map(ArchitectureTest::room).collect(toCollection(TreeSet::new));
        rooms.remove("");
        return rooms;
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).replaceFirst("\\..*", "") : "";
    }

    private static DescribedPredicate<JavaClass> in(String... rooms) {
        return DescribedPredicate.describe("in " + String.join(", ", rooms), in(Set.of(rooms)::contains));
    }

    private static DescribedPredicate<JavaClass> notIn(String... rooms) {
        return DescribedPredicate.describe(
                "outside of " + String.join(", ", rooms), in(Predicate.not(Set.of(rooms)::contains)));
    }

    private static DescribedPredicate<JavaClass> in(Predicate<String> rooms) {
        return DescribedPredicate.describe(
                "in another room", type -> !room(type).isEmpty() && rooms.test(room(type)));
    }

    /** Checks a claim about a room that may not be there yet. */
    private static void checkWhere(String room, ArchRule claim) {
        if (rooms().contains(room)) {
            claim.check(OURS);
        }
    }

    private static DescribedPredicate<JavaClass> opensFiles() {
        Set<String> streams =
                Set.of("File", "FileInputStream", "FileOutputStream", "FileReader", "FileWriter", "RandomAccessFile");
        return DescribedPredicate.describe(
                "open files",
                type -> type.getPackageName().startsWith("java.nio.file")
                        || type.isAssignableTo(File.class)
                        || (type.getPackageName().equals("java.io") && streams.contains(type.getSimpleName())));
    }

    private static boolean isClockOrChance(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("getenv", "getProperty", "currentTimeMillis", "nanoTime").contains(method);
            case "java.lang.Math" -> method.equals("random");
            case "java.util.UUID" -> method.equals("randomUUID");
            case "java.util.Date", "java.util.Random", "java.util.SplittableRandom" ->
                method.equals("<init>") && noArguments;
            case "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom" -> true;
            case "java.time.Clock" -> method.startsWith("system");
            default -> owner.startsWith("java.time.") && method.equals("now");
        };
    }

    private static boolean isClosed(JavaClass type) {
        Class<?> shape = type.reflect();
        return shape.isInterface() || shape.isEnum() || shape.isSealed() || Modifier.isFinal(shape.getModifiers());
    }

    private static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> claim) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        type,
                        claim.test(type),
                        type.getName() + " is not " + what + " in " + type.getSourceCodeLocation()));
            }
        };
    }
}
