package dev.spillway.docgen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spillway.plan.AlertKind;
import dev.spillway.plan.MonitoredResource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every alarm has its page, and no page is left over. */
final class RunbookPagesTest {
    @Test
    void textsAreThoseOfTheAlarmsAndNoOthers() {
        Set<String> alarms =
                Arrays.stream(AlertKind.values()).map(AlertKind::key).collect(Collectors.toSet());

        assertThat(RunbookPages.texts().keySet()).isEqualTo(alarms);
    }

    @ParameterizedTest
    @EnumSource
    void pageSaysMeaningFirstLookFirstActionAndWhatIsLost(AlertKind kind) {
        var text = Objects.requireNonNull(RunbookPages.texts().get(kind.key()));

        assertThat(text.keySet())
                .isEqualTo(new TreeSet<>(Set.of("meaning", "query", "firstLook", "firstAction", "lost")));
        assertThat(text.values()).allSatisfy(sentence -> assertThat(sentence).isNotBlank());
        assertThat(Path.of(kind.runbook())).exists();
    }

    @Test
    void queriesThatPagesNameAreSaved() {
        Set<String> named = RunbookPages.texts().values().stream()
                .map(text -> text.get("query"))
                .collect(Collectors.toSet());

        assertThat(EverySavedQuery.keys()).containsAll(named);
    }

    @Test
    void foldersHoldNoPageOfAnAlarmThatIsGone() {
        String[] files = Path.of("docs/runbooks").toFile().list();

        assertThat(files).isNotNull();
        Set<String> pages =
                Arrays.stream(files).map(file -> "docs/runbooks/" + file).collect(Collectors.toSet());
        pages.remove("docs/runbooks/drills.md");
        assertThat(pages).isEqualTo(RunbookPages.render().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfResourceHasATypeOfAzure(MonitoredResource.Kind kind) {
        assertThat(kind.azureType()).matches("Microsoft\\.[A-Za-z]+/[A-Za-z]+");
    }
}
