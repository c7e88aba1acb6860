package org.himaye.confidentiality;

/** Why somebody looks: the closed list of domain.md 4.2. */
public enum Purpose {
    CARE,
    ASSESSMENT,
    SAFETY_EMERGENCY,
    SUPERVISION,
    REFERRAL_SERVICE,
    IDENTIFICATION,
    LEGAL_AID,
    PAYMENT,
    COURT_ORDER,
    PROSECUTION_REQUEST,
    CHILD_PROTECTION,
    REPATRIATION,
    SUBJECT_REQUEST,
    QUALITY_AUDIT,
    COMPLAINT,
    STATISTICS,
    SYSTEM_MAINTENANCE
}
