package dev.spillway.report;

import java.util.List;

/** What failures cost, on a page. */
final class RecoveryText {
    private RecoveryText() {}

    static void add(Page page, PreviewReport.Outages outages) {
        if (outages.rows().isEmpty()) {
            return;
        }
        page.heading("What a failure costs", "delayed / kept as dead letters / lost / twice at most");
        rows(page, outages.rows());
        page.line("");
        outages.availability().forEach(sentence -> page.paragraph("  ", sentence));
    }

    private static void rows(Page page, List<Recovery> rows) {
        String before = "";
        for (Recovery row : rows) {
            if (!row.resource().equals(before)) {
                page.line("");
                page.line("  " + page.paint().strong(row.resource()));
                before = row.resource();
            }
            page.paragraph("    ", row.failure());
            page.line("      " + row.volumes() + "; back in " + row.bestSeconds() + " to " + row.worstSeconds() + " s");
            Page.wrapped("      ", "metadata lost: " + row.metadata() + "; " + row.note())
                    .forEach(part -> page.line(page.paint().faint(part)));
        }
    }
}
