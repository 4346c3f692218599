package dev.spillway.config;

import dev.spillway.model.GridSubscriptionSpec.AcceptedLoss;

/** The keys of {@code acceptLoss}: who says that what cannot be delivered may be dropped, and why. */
final class AcceptedLossSection {
    static final Keys KEYS = new Keys("eventGrid.*.subscriptions.*.acceptLoss");
    private static final Key<String> OWNER = KEYS.required("owner", TextForm.of(GridNames.OWNER));
    private static final Key<String> REASON = KEYS.required("reason", TextForm.of(GridNames.TEXT));

    static final Form<AcceptedLoss> FORM = KEYS.as("an accepted loss", AcceptedLossSection::read);

    private AcceptedLossSection() {}

    /** What could not be read is reported, so that it is never asked for. */
    private static AcceptedLoss read(Fields fields) {
        return new AcceptedLoss(
                fields.get(OWNER).held().orElse(""), fields.get(REASON).held().orElse(""));
    }
}
