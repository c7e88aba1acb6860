package org.himaye.confidentiality;

import java.util.Optional;

/**
 * What the gate lets a reader see of one attribute, for display in this request only: not serialisable, and {@code toString()}
 * tells nothing.
 */
public final class Revealed<T> {

    private final DataClass dataClass;
    private final Decision decision;
    private final T value;
    private final String mask;
    private final boolean present;
    private final boolean unopened;

    private Revealed(DataClass dataClass, Decision decision, T value, String mask, boolean present, boolean unopened) {
        this.dataClass = dataClass;
        this.decision = decision;
        this.value = value;
        this.mask = mask;
        this.present = present;
        this.unopened = unopened;
    }

    static <T> Revealed<T> full(DataClass dataClass, T value) {
        return new Revealed<>(dataClass, Decision.FULL, value, null, value != null, false);
    }

    static <T> Revealed<T> masked(DataClass dataClass, Decision decision, String mask) {
        return new Revealed<>(dataClass, decision, null, mask, mask != null, false);
    }

    /** For decisions that show nothing; whether there is a value is not told. */
    static <T> Revealed<T> withheld(DataClass dataClass, Decision decision) {
        return new Revealed<>(dataClass, decision, null, null, false, false);
    }

    /** The reader may see it, and it does not open: its key is away, or it does not belong where it stands. */
    static <T> Revealed<T> unopened(DataClass dataClass, Decision decision) {
        return new Revealed<>(dataClass, decision, null, null, false, true);
    }

    public boolean isUnopened() {
        return unopened;
    }

    public boolean isShown() {
        return decision == Decision.FULL && present;
    }

    public boolean isMasked() {
        return decision.masked() && present;
    }

    /** Nothing was recorded, and the reader may know that. */
    public boolean isEmpty() {
        return decision.shows() && !present && !unopened;
    }

    public boolean isNeedsPurpose() {
        return decision == Decision.NEEDS_PURPOSE;
    }

    /** Choosing a purpose would show more than now. */
    public boolean isPurposeOffered() {
        return decision == Decision.NEEDS_PURPOSE || decision == Decision.MASKED_UNTIL_PURPOSE;
    }

    public boolean isNeedsBreakGlass() {
        return decision == Decision.NEEDS_BREAK_GLASS;
    }

    public boolean isHidden() {
        return decision == Decision.HIDDEN;
    }

    /** The plain value, or null unless {@link #isShown()}. */
    public T getValue() {
        return value;
    }

    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** Bullets, or null unless {@link #isMasked()}. */
    public String getMask() {
        return mask;
    }

    public DataClass getDataClass() {
        return dataClass;
    }

    public Decision getDecision() {
        return decision;
    }

    @Override
    public String toString() {
        return "Revealed[" + dataClass.tag() + " " + decision + "]";
    }
}
