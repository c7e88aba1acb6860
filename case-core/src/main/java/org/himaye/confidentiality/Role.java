package org.himaye.confidentiality;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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

    private static final Set<Role> BY_PASSWORD_ALONE = EnumSet.of(
            CASEWORKER, POLICE_REFERRER, PARTNER_REFERRER, PSYCHOLOGIST, MEDIC, LAWYER, NATIONAL_COORDINATOR);

    /** Whether the realm asks everybody in the job for a second factor; a test compares. */
    public boolean needsSecondFactor() {
        return !BY_PASSWORD_ALONE.contains(this);
    }

    /** The realm's name of the job, for example {@code job.police-referrer}. */
    public String realmName() {
        return "job." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
