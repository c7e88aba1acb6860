package org.himaye.document;

import java.util.Map;
import java.util.Set;
import org.himaye.confidentiality.DataClass;

/** Kinds of papers. Each has its class; whoever uploads may choose a stricter one, which nobody reads who does not read the first. */
public enum DocumentKind {
    IDENTITY_PAPER(DataClass.IDENTITY),
    SIGNED_FORM(DataClass.IDENTITY),
    CERTIFICATE(DataClass.IDENTITY),
    RELATIVE_PAPER(DataClass.PROTECTED_PERSON),
    PROTECTION(DataClass.SECURITY_MEASURE),
    MEDICAL(DataClass.HEALTH),
    PSYCHOLOGICAL(DataClass.HEALTH),
    THERAPY_RECORD(DataClass.THERAPY),
    COURT(DataClass.LEGAL_INVESTIGATION),
    POLICE(DataClass.LEGAL_INVESTIGATION),
    DEFENCE(DataClass.PRIVILEGED),
    PAYMENT(DataClass.FINANCIAL),
    OWN_STATEMENT(DataClass.NARRATIVE),
    OTHER(DataClass.NARRATIVE);

    /** A test compares with the policy: no column may read more of a stricter class. */
    static final Map<DataClass, Set<DataClass>> STRICTER = Map.of(
            DataClass.IDENTITY, Set.of(DataClass.PROTECTED_PERSON, DataClass.NARRATIVE),
            DataClass.HEALTH, Set.of(DataClass.THERAPY),
            DataClass.LEGAL_INVESTIGATION, Set.of(DataClass.PRIVILEGED));

    private final DataClass dataClass;

    DocumentKind(DataClass dataClass) {
        this.dataClass = dataClass;
    }

    public DataClass dataClass() {
        return dataClass;
    }

    /** Whether a paper of this kind may have the class. */
    boolean allows(DataClass chosen) {
        return chosen == dataClass || STRICTER.getOrDefault(dataClass, Set.of()).contains(chosen);
    }
}
