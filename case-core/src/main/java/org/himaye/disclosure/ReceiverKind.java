package org.himaye.disclosure;

/** Who asks, domain.md 4.4. What may go to each at most stands in {@code field-policy.yaml}. */
public enum ReceiverKind {
    SPECIAL_UNIT,
    INVESTIGATOR,
    PROSECUTOR,
    COURT,
    HEALTH_PROVIDER,
    EMPLOYER,
    SCHOOL,
    FINANCE,
    EMBASSY,
    LAWYER,
    RESEARCHER_MEDIA,
    FAMILY
}
