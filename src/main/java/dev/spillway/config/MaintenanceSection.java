package dev.spillway.config;

import dev.spillway.model.MaintenanceSpec;
import java.util.List;
import java.util.function.Function;

/** The keys of a cluster's {@code maintenance}. */
final class MaintenanceSection {
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    static final Keys KEYS = new Keys("cluster.new.maintenance");
    private static final Key<String> DAY =
            KEYS.optional("day", ChoiceForm.of("a day of the week", Function.identity(), DAYS));
    private static final Key<Integer> START = KEYS.optional("startHour", NumberForm.whole("an hour", 0, 23));
    private static final Key<Integer> HOURS = KEYS.optional("hours", NumberForm.whole("a number of hours", 1, 24));

    static final Form<MaintenanceSpec> FORM = KEYS.as("a maintenance window", MaintenanceSection::read);

    private MaintenanceSection() {}

    private static MaintenanceSpec read(Fields fields) {
        MaintenanceSpec standard = MaintenanceSpec.STANDARD;
        return new MaintenanceSpec(
                fields.get(DAY).held().orElse(standard.day()),
                fields.get(START).held().orElse(standard.startHour()),
                fields.get(HOURS).held().orElse(standard.hours()));
    }
}
