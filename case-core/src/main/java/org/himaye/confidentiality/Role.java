package org.himaye.confidentiality;

/**
 * The jobs of domain.md 3.2 as the field policy knows them. A person acts in one role at a time. The realm grants a job as a
 * composite role {@code job.<name in lower case with hyphens>}; what a job may do is told by {@link Permission}, never by this type.
 */
public enum Role {
    CASEWORKER,
    SUPERVISOR,
    POLICE_REFERRER,
    PARTNER_REFERRER,
    IDENTIFICATION_OFFICER,
    PSYCHOLOGIST,
    MEDIC,
    LAWYER,
    FINANCE_REVIEWER,
    FINANCE_APPROVER,
    FINANCE_PAYER,
    AUDITOR,
    PRIVACY_OFFICER,
    NATIONAL_COORDINATOR,
    ADMINISTRATOR,
    /** Named jobs of the machine: sign-in, demo loader, retention. Never granted to a person. */
    SYSTEM;

    /** The realm's name of the job, for example {@code job.police-referrer}. */
    public String realmName() {
        return "job." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
