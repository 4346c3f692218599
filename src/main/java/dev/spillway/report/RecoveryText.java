package dev.spillway.report;

/** What failures cost and what has to be done where something moves, on a page. */
final class RecoveryText {
    private RecoveryText() {}

    static void add(Page page, PreviewReport report) {
        if (!report.moves().isEmpty()) {
            page.heading("What moves to another region", "");
            report.moves().forEach(step -> page.paragraph("  ", step));
        }
        if (!report.recovery().isEmpty()) {
            page.heading("What a failure costs", "delayed / kept as dead letters / lost / twice at most");
            rows(page, report);
            page.line("");
            report.availability().forEach(sentence -> page.paragraph("  ", sentence));
        }
    }

    private static void rows(Page page, PreviewReport report) {
        String before = "";
        for (Recovery row : report.recovery()) {
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
