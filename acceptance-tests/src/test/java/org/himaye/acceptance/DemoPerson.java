package org.himaye.acceptance;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The demo people of the realm. */
public enum DemoPerson {
    caseworker1,
    caseworker2,
    caseworker3,
    supervisor1,
    supervisor2,
    police1,
    police2,
    partner1,
    identification1,
    identification2,
    psychologist1,
    medic1,
    lawyer1,
    finance_reviewer,
    finance_approver,
    finance_payer,
    auditor1,
    privacy1,
    coordinator1,
    admin1;

    static final String PASSWORD = "himaye-demo-password";

    String username() {
        return name().replace('_', '.');
    }

    /** Whether the realm asks this person for a code besides the password. */
    boolean hasSecondFactor() {
        return Jobs.roles(this).contains("second-factor");
    }

    public UUID sub() {
        return UUID.nameUUIDFromBytes(("himaye-demo:" + username()).getBytes(StandardCharsets.UTF_8));
    }
}
