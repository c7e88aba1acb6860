package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The request part of SC-10 on its pages; rights, evidence and the log are shown in the container (domain.md 4.8, ADR 33). */
class OwnRequestTest {

    private static final String HELPER = "Kəhrəbar";
    private static final String WORD = "göyərçin";

    private final CaseRows rows = CaseRows.of(DemoPerson.caseworker3);
    private final String of = "?number=" + rows.number();

    @Test
    void verifiedByAWordToldAndBlackedOutAndAnErasureNarrowed() {
        try (Visit caseworker = Visit.of(DemoPerson.caseworker3);
                Visit supervisor = Visit.of(DemoPerson.supervisor2);
                Visit stranger = Visit.of(DemoPerson.caseworker1)) {
            Database.change("update himaye.signin_session set second_factor_at = now() where ended_at is null");
            caseworker.open("/intake/contact.xhtml" + of);
            Form.of(caseworker, "save")
                    .answer("kind", "PHONE")
                    .answer("value", "+994501234567")
                    .answer("codeWord", WORD)
                    .answer("whoMayAnswer", HELPER)
                    .send();
            caseworker.open("/note/write.xhtml" + of + "&sort=STATEMENT");
            Form.of(caseworker, "save")
                    .answer("text", HELPER + "ın evində gizləndim")
                    .send();
            String request = enter(caseworker, "ACCESS");
            stranger.open("/subjectrequest/open.xhtml" + request);
            assertEquals(404, stranger.status());
            verify(caseworker, "balıq");
            assertTrue(caseworker.shows("Bu, razılaşdırılmış söz deyil."), caseworker.text());
            verify(caseworker, WORD.toUpperCase(Locale.of("az")));
            Form.of(caseworker, "prepare")
                    .answer("outcome", "GRANTED")
                    .answer("grounds", null)
                    .answer("hiddenNames", HELPER)
                    .send();
            caseworker.open("/subjectrequest/answer.xhtml" + request);
            assertEquals(404, caseworker.status(), "before another person looked at it");
            supervisor.open("/subjectrequest/answer.xhtml" + request);
            assertTrue(supervisor.shows("Qərardan əvvəl baxış"), supervisor.text());
            supervisor.open("/subjectrequest/open.xhtml" + request);
            Form.of(supervisor, "decide").answer("right", "true").send();

            for (String language : new String[] {"az", "en", "ru"}) {
                caseworker.open("/subjectrequest/answer.xhtml" + request + "&language=" + language);
                String answer = caseworker.page().locator(".cw-paper").innerText();
                assertFalse(answer.contains(HELPER) || answer.contains(WORD), answer);
                assertTrue(answer.contains("████ evində gizləndim"), answer);
                caseworker.open("/subjectrequest/whosaw.xhtml" + request + "&language=" + language);
                String saw = caseworker.page().locator(".cw-paper").innerText();
                assertTrue(caseworker.page().locator(".cw-paper tbody tr").count() > 1, saw);
                assertTrue(saw.contains(house(language)), saw);
                assertFalse(saw.contains("Caseworker 3") || saw.contains("Supervisor 2"), saw);
            }
            caseworker.picture("own-request-who-saw");
            assertEquals(
                    0,
                    caseworker
                            .page()
                            .locator(".cw-print-foot, [data-watermark]")
                            .count(),
                    "names no colleague");
            assertEquals(0, caseworker.page().locator("[data-print]").count(), "no paper was asked for");
            caseworker.open("/subjectrequest/open.xhtml" + request);
            Form.of(caseworker, "deliver").answer("deliveredForm", "ORALLY").send();
            assertTrue(caseworker.shows("Cavab verilib"), caseworker.text());
            for (String paper : new String[] {"answer", "whosaw"}) {
                caseworker.open("/subjectrequest/" + paper + ".xhtml" + request);
                assertEquals(404, caseworker.status(), "not after it was brought to her");
            }

            openPayment();
            enter(caseworker, "ERASURE");
            verify(caseworker, WORD);
            Form.of(caseworker, "prepare")
                    .answer("outcome", "GRANTED")
                    .answer("grounds", null)
                    .send();
            assertTrue(caseworker.shows("Ödəniş açıqdır"), caseworker.text());
            Form.of(caseworker, "prepare")
                    .answer("outcome", "NARROWED")
                    .answer("grounds", "PAYMENT_OPEN")
                    .send();
            assertTrue(caseworker.shows("bitəndə yenidən istəyə bilərsiniz"), caseworker.text());
            caseworker.picture("own-request");
            Form.of(caseworker, "takeBack").answer("takeBackWord", WORD).send();
            assertTrue(caseworker.shows("Sorğu geri götürüldü"), caseworker.text());
        } finally {
            Database.change("delete from himaye.reimbursement_request where case_id = '" + rows.caseId() + "'");
        }
    }

    /** Where those work who saw her data. */
    private static String house(String language) {
        return Database.texts(
                        "select i.name_" + language
                                + " from himaye.staff s join himaye.institution i on i.id = s.institution where s.sub = ?",
                        DemoPerson.caseworker3.sub())
                .getFirst();
    }

    private String enter(Visit caseworker, String kind) {
        caseworker.open("/subjectrequest/enter.xhtml" + of);
        Form.of(caseworker, "enter")
                .answer("kind", kind)
                .answer("answerForm", "ORALLY")
                .answer("language", "AZ")
                .send();
        String url = caseworker.page().url();
        assertTrue(url.contains("/subjectrequest/open.xhtml?"), caseworker.text());
        return url.substring(url.indexOf('?'));
    }

    private static void verify(Visit caseworker, String word) {
        Form.of(caseworker, "verify")
                .answer("proof", "CODE_WORD")
                .answer("word", word)
                .send();
    }

    private void openPayment() {
        Database.change(
                "insert into himaye.reimbursement_request (id, version, created_at, created_by, updated_at, updated_by, reference, case_id,"
                        + " person_id, kind, one_time, amount, budget_source_id, payee_kind, method, state, requested_by)"
                        + " select gen_random_uuid(), 0, now(), s.sub, now(), s.sub, 'P-' || gen_random_uuid(), c.id, c.person_id,"
                        + " 'IN_KIND_VALUE', false, 1, b.id, 'VICTIM', 'CASH_AGAINST_SIGNATURE', 'REQUESTED', s.sub"
                        + " from himaye.case_file c, himaye.budget_source b, himaye.staff s where c.case_number = '"
                        + rows.number()
                        + "' and s.sub = '" + DemoPerson.caseworker3.sub() + "' limit 1");
    }
}
