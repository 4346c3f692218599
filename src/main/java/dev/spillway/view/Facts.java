package dev.spillway.view;

/** Claims that hold together: one that is known to be false decides whatever else is unknown. */
public final class Facts {
    private Facts() {}

    /** Whether all hold; false as soon as one is, and unknown with the last that is not known. */
    @SafeVarargs
    public static Fact<Boolean> all(Fact<Boolean>... claims) {
        Fact<Boolean> answer = claims[0];
        for (Fact<Boolean> claim : claims) {
            if (claim.whenKnown().filter(holds -> !holds).isPresent()) {
                return claim;
            }
            answer = claim.isKnown() ? answer : claim;
        }
        return answer;
    }
}
