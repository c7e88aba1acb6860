package org.himaye.organisation;

import java.util.EnumSet;
import java.util.Set;
import org.himaye.confidentiality.Role;

/**
 * Which institution has which jobs. Together with "one person, one job" this keeps apart what BR-072 keeps apart: police and
 * shelter, oversight and data, approval and payment.
 */
final class JobPlaces {

    private static final Set<Role> CARE =
            EnumSet.of(Role.CASEWORKER, Role.SUPERVISOR, Role.PSYCHOLOGIST, Role.MEDIC, Role.LAWYER);
    private static final Set<Role> PAYMENT =
            EnumSet.of(Role.FINANCE_REVIEWER, Role.FINANCE_APPROVER, Role.FINANCE_PAYER);
    private static final Set<Role> OVERSIGHT =
            EnumSet.of(Role.AUDITOR, Role.PRIVACY_OFFICER, Role.NATIONAL_COORDINATOR, Role.ADMINISTRATOR);

    private JobPlaces() {}

    /** @param mandate functions that the institution may be asked for, as codes */
    static Set<Role> of(InstitutionKind kind, Set<String> mandate) {
        Set<Role> jobs = EnumSet.noneOf(Role.class);
        switch (kind) {
            case SHELTER, ASSISTANCE_CENTRE -> jobs.addAll(CARE);
            case POLICE_UNIT -> jobs.add(Role.POLICE_REFERRER);
            case SPECIAL_POLICE_UNIT -> {
                jobs.add(Role.POLICE_REFERRER);
                jobs.add(Role.IDENTIFICATION_OFFICER);
            }
            case OTHER -> {
                if (mandate.contains("PAYMENT")) {
                    jobs.addAll(PAYMENT);
                } else if (mandate.contains("OVERSIGHT")) {
                    jobs.addAll(OVERSIGHT);
                }
            }
            default -> jobs.add(Role.PARTNER_REFERRER);
        }
        return jobs;
    }
}
