package dev.spillway.model;

/**
 * When nodes may be replaced and the control plane upgraded, in UTC.
 *
 * @param day in English, as Azure writes it
 * @param startHour 0 to 23
 * @param hours length of the window
 */
public record MaintenanceSpec(String day, int startHour, int hours) {
    public static final MaintenanceSpec STANDARD = new MaintenanceSpec("Sunday", 1, 4);
}
