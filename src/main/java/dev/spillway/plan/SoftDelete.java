package dev.spillway.plan;

import dev.spillway.model.SizingProfile;

/** Decides how long events in storage can be had back after somebody deleted them. */
final class SoftDelete {
    private static final int DAYS = 14;
    private static final int CRITICAL_DAYS = 30;

    private SoftDelete() {}

    static Planned<Integer> days(SizingProfile profile) {
        return profile == SizingProfile.MISSION_CRITICAL
                ? Planned.byProfile(CRITICAL_DAYS, "mission-critical: a wrong delete is found within a month")
                : Planned.byDefault(DAYS, "a wrong delete is found within two weeks");
    }
}
