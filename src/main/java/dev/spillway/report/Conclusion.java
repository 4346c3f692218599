package dev.spillway.report;

import dev.spillway.rule.Level;
import dev.spillway.units.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Why a change may go ahead or should not. */
final class Conclusion {
    private Conclusion() {}

    /** What speaks against it; empty exactly where it may go ahead. */
    static List<String> against(PreviewReport report) {
        List<String> why = new ArrayList<>();
        if (report.within()) {
            return why;
        }
        long mandatory = report.count(Level.MANDATORY);
        boolean over = report.losses().stream().anyMatch(loss -> loss.computable() && !loss.withinBudget());
        boolean notTold = report.losses().stream().anyMatch(loss -> !loss.computable() && !loss.withinBudget());
        if (mandatory > 0) {
            why.add(NumberText.count(mandatory, "mandatory finding"));
        }
        if (over) {
            why.add("over the loss budget");
        }
        if (notTold) {
            why.add("the loss is not computable");
        }
        if (why.isEmpty()) {
            why.add(NumberText.count(report.findings().size(), "finding") + ", some of which were asked to stop it");
        }
        return why;
    }

    /** Whether a budget stood against every loss. */
    static boolean keepsABudget(PreviewReport report) {
        return report.losses().stream().noneMatch(loss -> loss.budget().isEmpty());
    }
}
