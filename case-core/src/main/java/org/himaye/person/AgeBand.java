package org.himaye.person;

/** The group shown instead of a date of birth. Lower bound inclusive, upper bound inclusive, in completed years. */
public enum AgeBand {
    AGE_0_11(0, 11),
    AGE_12_17(12, 17),
    AGE_18_24(18, 24),
    AGE_25_34(25, 34),
    AGE_35_44(35, 44),
    AGE_45_59(45, 59),
    AGE_60_PLUS(60, 120),
    /** A child by age, band not known. */
    CHILD(0, 17),
    /** An adult by age, band not known. */
    ADULT(18, 120),
    UNKNOWN(0, 120);

    private final int from;
    private final int to;

    AgeBand(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /** @param years completed years, 0 to 120 */
    public static AgeBand of(int years) {
        for (AgeBand band : values()) {
            if (years >= band.from && years <= band.to) {
                return band;
            }
        }
        throw new IllegalArgumentException("age out of range");
    }

    /** The youngest age that it can mean. */
    public int from() {
        return from;
    }

    public boolean child() {
        return to < 18;
    }
}
