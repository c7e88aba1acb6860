package org.himaye.confidentiality;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The eleven classes of confidentiality and two sub-classes, domain.md 3.1. Every attribute of every entity has exactly one. */
public enum DataClass {
    OPERATIONAL("OP"),
    STATISTICAL("ST"),
    IDENTITY("ID"),
    CONTACT_LOCATION("CL"),
    PROTECTED_PERSON("PP"),
    SECURITY_MEASURE("SM"),
    HEALTH("HE"),
    /** What a therapist notes of the work itself: a sub-class of HEALTH that only its author reads. */
    THERAPY("TH"),
    LEGAL_INVESTIGATION("LI"),
    /** What a lawyer notes for the defence: a sub-class of LEGAL_INVESTIGATION that only the assigned lawyers read. */
    PRIVILEGED("PV"),
    FINANCIAL("FI"),
    NARRATIVE("NA"),
    AUDIT("AU");

    private final String tag;

    DataClass(String tag) {
        this.tag = tag;
    }

    /** Several classes as a text column keeps them: their names, separated by a space. */
    public static Set<DataClass> ofNames(String names) {
        return Arrays.stream(names.split(" ")).map(DataClass::valueOf).collect(Collectors.toSet());
    }

    /** The two letters shown on a panel and in the log's filters. */
    public String tag() {
        return tag;
    }
}
