package dev.spillway.config;

import dev.spillway.model.DeadLetterSpec;

/** The keys of {@code deadLetter}. */
final class DeadLetterSection {
    private static final int LONGEST_DAYS = 3_650;
    static final Keys KEYS = new Keys("eventGrid.*.subscriptions.*.deadLetter");
    private static final Key<Boolean> CREATE_STORAGE = KEYS.optional("createStorage", new FlagForm());
    private static final Key<String> ACCOUNT_ID = KEYS.optional("storageAccountId", TextForm.of(GridNames.RESOURCE_ID));
    private static final Key<String> CONTAINER = KEYS.optional("containerName", TextForm.of(GridNames.CONTAINER));
    private static final Key<Integer> RETENTION_DAYS =
            KEYS.optional("retentionDays", NumberForm.whole("a number of days", 1, LONGEST_DAYS));

    static final Form<DeadLetterSpec> FORM = KEYS.as("a place for dead letters", DeadLetterSection::read);

    private DeadLetterSection() {}

    private static DeadLetterSpec read(Fields fields) {
        boolean creates = fields.get(CREATE_STORAGE).holds(create -> create);
        boolean isGiven = !fields.get(ACCOUNT_ID).isAbsent();
        if (creates && isGiven) {
            fields.report(ACCOUNT_ID, "given beside createStorage: true, keep one");
        }
        if (!creates && !isGiven && !fields.get(CREATE_STORAGE).isWrong()) {
            fields.report(CREATE_STORAGE, "no storage account, give true, or storageAccountId");
        }
        if (!creates && isGiven) {
            if (fields.get(CONTAINER).isAbsent()) {
                fields.report(CONTAINER, "missing, give the name of a container that is in the account");
            }
            if (!fields.get(RETENTION_DAYS).isAbsent()) {
                fields.report(RETENTION_DAYS, "is for an account that is made, leave it out");
            }
        }
        return new DeadLetterSpec(
                fields.get(ACCOUNT_ID).held(),
                fields.get(CONTAINER).held(),
                Optionals.ofInt(fields.get(RETENTION_DAYS)));
    }
}
