package org.himaye.assessment;

import java.util.EnumSet;
import java.util.Set;

/**
 * What is asked: the seven components that the law names (CMP, domain.md 1.2 line 10), each of which every plan must consider
 * (BR-050), then what a day needs.
 */
public enum NeedArea {
    LEGAL,
    EDUCATION,
    PSYCHOLOGICAL,
    MEDICAL,
    VOCATIONAL,
    EMPLOYMENT,
    HOUSING,
    /** Food, clothes, hygiene. */
    BASIC,
    DOCUMENTS,
    INTERPRETATION,
    FAMILY_CONTACT,
    CHILDCARE,
    FINANCIAL;

    /** The seven components of a plan, in the order of the law. */
    public static final Set<NeedArea> COMPONENTS = java.util.Collections.unmodifiableSet(EnumSet.range(LEGAL, HOUSING));

    public boolean component() {
        return COMPONENTS.contains(this);
    }
}
