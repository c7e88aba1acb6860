package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case is erased by two people on their pages (domain.md 4.8). */
class RetentionTest {

    private static final String LIST = "/retention/list.xhtml";
    private static final String UNKNOWN = "/casefile/overview.xhtml?number=V-000000-0";

    private final CaseRows rows = CaseRows.active("PRESUMED");

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        Database.change("delete from himaye.erasure");
        Database.change("delete from himaye.legal_hold");
    }

    @Test
    void theSecondYesEndsTheCaseForAllButTheAuditor() {
        String overview = "/casefile/overview.xhtml?number=" + rows.number();
        try (Visit officer = Visit.of(DemoPerson.privacy1);
                Visit supervisor = Visit.of(DemoPerson.supervisor1);
                Visit caseworker = Visit.of(DemoPerson.caseworker1)) {
            Witness witness = new Witness(DemoPerson.caseworker1, caseworker);
            witness.opens(overview);
            fresh();
            officer.open("/retention/ask.xhtml?number=" + rows.number());
            officer.choose("reason", "Şəxs özü istəyir");
            officer.press("Siyahıya əlavə et");
            assertTrue(officer.page().url().contains(LIST), officer.text());
            officer.press("Silinməsini təsdiq et");
            assertTrue(officer.shows("ikinci şəxs"), officer.text());
            assertEquals(0, officer.page().locator("main button[id$='confirm']").count(), "not twice");

            supervisor.open("/retention/hold.xhtml?number=" + rows.number());
            supervisor.choose("reason", "Şikayət");
            supervisor.fill("reference", "12/3");
            supervisor.press("Silinməni dayandır");
            assertEquals(
                    0, supervisor.page().locator("main button[id$='confirm']").count(), "held");
            officer.open(LIST);
            officer.press("Dayandırmanı götür");

            witness.opens(overview);
            supervisor.open(LIST);
            supervisor.press("Silinməsini təsdiq et");
            assertTrue(supervisor.shows("Silindi."), supervisor.text());
            assertFalse(supervisor.shows(rows.number()), supervisor.text());
            assertEquals(witness.denied(UNKNOWN), witness.denied(overview), "as if there were no such case");
        }
        try (Visit auditor = Visit.of(DemoPerson.auditor1)) {
            auditor.open("/accesslog/case.xhtml?number=" + rows.number());
            assertTrue(auditor.shows("Bu iş"), auditor.text());
            assertTrue(auditor.shows("Şəxs istəyib"), auditor.text());
        }
    }

    /** Everybody who is signed in has just given a code. */
    private static void fresh() {
        Database.change("update himaye.signin_session set second_factor_at = now() where ended_at is null");
    }
}
