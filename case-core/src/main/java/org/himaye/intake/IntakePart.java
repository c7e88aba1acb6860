package org.himaye.intake;

/** The parts of an intake, in the order shown; done in any order, each saved alone. */
public enum IntakePart {
    RIGHTS(true),
    CONSENT(true),
    SAFETY(true),
    PERSON(true),
    CONTACT(false),
    INDICATORS(false),
    EPISODE(false);

    private final boolean needed;

    IntakePart(boolean needed) {
        this.needed = needed;
    }

    /** True when intake cannot be complete without it (domain.md 2.3). */
    public boolean needed() {
        return needed;
    }
}
