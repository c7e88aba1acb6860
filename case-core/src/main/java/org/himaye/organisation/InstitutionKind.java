package org.himaye.organisation;

/** What an institution is, domain.md 3.3.1. */
public enum InstitutionKind {
    SHELTER,
    ASSISTANCE_CENTRE,
    POLICE_UNIT,
    SPECIAL_POLICE_UNIT,
    NGO,
    EMBASSY,
    HOSPITAL,
    SCHOOL,
    EMPLOYMENT_AGENCY,
    COURT,
    PROSECUTOR,
    MIGRATION,
    GUARDIANSHIP_BODY,
    INTL_ORG,
    RELIGIOUS,
    HOTLINE,
    OTHER
}
