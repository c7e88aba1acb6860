package org.himaye.subjectrequest;

import java.util.EnumSet;
import java.util.Set;

/** What she asks for, domain.md 4.8. */
public enum SubjectRequestKind {
    ACCESS(NarrowingGround.OTHER_PERSONS, NarrowingGround.SECURITY_METHODS, NarrowingGround.NOTHING_RECORDED),
    COPY(NarrowingGround.OTHER_PERSONS, NarrowingGround.SECURITY_METHODS, NarrowingGround.NOTHING_RECORDED),
    CORRECTION(NarrowingGround.FACT_DISPUTED, NarrowingGround.NOTHING_RECORDED),
    RESTRICTION(NarrowingGround.LEGAL_MATTER_OPEN, NarrowingGround.DUTY_TO_KEEP),
    OBJECTION(NarrowingGround.LEGAL_MATTER_OPEN, NarrowingGround.DUTY_TO_KEEP),
    ERASURE(NarrowingGround.PAYMENT_OPEN, NarrowingGround.LEGAL_MATTER_OPEN, NarrowingGround.DUTY_TO_KEEP),
    WITHDRAW_CONSENT,
    COMPLAINT(NarrowingGround.UNFOUNDED);

    private final Set<NarrowingGround> grounds = EnumSet.noneOf(NarrowingGround.class);

    SubjectRequestKind(NarrowingGround... grounds) {
        this.grounds.addAll(Set.of(grounds));
    }

    /** She gets to know what is recorded of her. */
    public boolean asksForFile() {
        return this == ACCESS || this == COPY;
    }

    /** For which of these she may get less than she asks for; none where she always gets it. */
    Set<NarrowingGround> grounds() {
        return EnumSet.copyOf(grounds.isEmpty() ? EnumSet.noneOf(NarrowingGround.class) : grounds);
    }

    /** Whether another person decides, too: what leaves the house, what closes or ends a case, what may be said of who handles it, and every no. */
    boolean needsAnother(RequestOutcome outcome) {
        return asksForFile()
                || this == RESTRICTION
                || this == ERASURE
                || this == COMPLAINT
                || outcome != RequestOutcome.GRANTED;
    }
}
