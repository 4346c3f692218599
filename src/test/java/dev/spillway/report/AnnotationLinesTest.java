package dev.spillway.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnotationLinesTest {
    private static final Found FOUND = new Found(
            Reports.finding(Reports.URN, "sku.tier", "50 %\nof it", ""),
            List.of(),
            "",
            Optional.of(new Found.Where("stacks/a,b/stack.yaml", 17)));

    @Test
    void githubGetsFileLineAndTitleAndOneLine() {
        assertThat(AnnotationLines.forGithub(List.of(Reports.of(FOUND))))
                .isEqualTo("::error file=stacks/a%2Cb/stack.yaml,line=17,title=EH-001 tier-not-basic::"
                        + "eventhub:Namespace orders, sku.tier: seen 50 %25%0Aof it; wanted Standard. "
                        + "One day is all there is. Give {Standard}.\n");
    }

    @Test
    void azureDevOpsGetsTheSameInItsOwnWords() {
        assertThat(AnnotationLines.forAzureDevOps(List.of(Reports.of(FOUND))))
                .isEqualTo("##vso[task.logissue type=error;sourcepath=stacks/a,b/stack.yaml;linenumber=17;"
                        + "code=EH-001 tier-not-basic]"
                        + "eventhub:Namespace orders, sku.tier: seen 50 %AZP25%0Aof it; wanted Standard. "
                        + "One day is all there is. Give {Standard}.\n");
    }

    @Test
    void aCommandInANameStaysText() {
        Found hostile = new Found(
                Reports.finding(Reports.URN, "x", "\n::stop-commands::x\n##vso[task.setvariable]y", ""),
                List.of(),
                "",
                Optional.empty());

        assertThat(AnnotationLines.forGithub(List.of(Reports.of(hostile))).lines())
                .hasSize(1);
        assertThat(AnnotationLines.forAzureDevOps(List.of(Reports.of(hostile))).lines())
                .hasSize(1);
    }

    @Test
    void whatIsExceptedIsNotAnnotatedAndALossAboveTheBudgetIs() {
        Found covered = new Found(Reports.finding(Reports.URN, "x", "y", "Migration"), List.of(), "", Optional.empty());
        PreviewReport report =
                Reports.of("dev", "preview", List.of(covered), List.of(Reports.loss(30, "nothing may be lost", false)));

        assertThat(AnnotationLines.forGithub(List.of(report)))
                .isEqualTo("::error file=state.json,line=1,title=loss-forecast::"
                        + "orders: 30 of 1,000 events lost; nothing may be lost\n");
    }
}
