package org.himaye.stack;

import java.util.List;

/** The demo's people, as they are shown after a start. */
final class SignIns {

    private SignIns() {}

    static List<String> all() {
        return List.of(
                "Demo sign-ins (password of all: himaye-demo-password; with * also a code: ./himaye code NAME)",
                "  caseworker1 caseworker2 supervisor1*           shelter \"Baku\"",
                "  caseworker3 supervisor2*                       assistance centre \"Ganja\"",
                "  police1 police2                                district police: refer a person",
                "  identification1* identification2*              special unit",
                "  psychologist1 medic1 lawyer1                   specialists",
                "  finance.reviewer* finance.approver* finance.payer*  allowances",
                "  partner1                                       NGO hotline: refer a person",
                "  auditor1* privacy1* coordinator1 admin1*       log, privacy, statistics, administration");
    }
}
