package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must never happen with money is refused by PostgreSQL itself, whatever the code above does; all within one transaction. */
class AllowanceRulesOfTheDatabaseTest {

    private final CaseRows rows = CaseRows.active("IDENTIFIED");
    private final UUID requester = DemoPerson.caseworker1.sub();
    private final UUID reviewer = DemoPerson.supervisor1.sub();
    private final UUID approver = DemoPerson.finance_approver.sub();
    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = Himaye.stack().superuser("himaye");
        connection.setAutoCommit(false);
        connection.createStatement().execute("set role himaye_app");
        UUID shelter = UUID.fromString(
                Database.texts("select institution from himaye.staff where sub = ?", DemoPerson.caseworker1.sub())
                        .get(0));
        connection
                .createStatement()
                .execute("select set_config('himaye.context', '"
                        + SignedContext.of(DemoPerson.caseworker1, shelter, "CASEWORKER") + "', true)");
    }

    @AfterEach
    void forget() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private void run(String sql) throws SQLException {
        connection.createStatement().execute(sql);
    }

    private void refusedBy(String constraint, String sql) {
        SQLException thrown = assertThrows(SQLException.class, () -> run(sql));
        assertTrue(thrown.getMessage().contains("\"" + constraint + "\""), thrown.getMessage());
    }

    private UUID request(String more, String values) throws SQLException {
        UUID id = UUID.randomUUID();
        run(requestSql(id, rows.personId(), more, values));
        return id;
    }

    private String requestSql(UUID id, UUID person, String more, String values) {
        return "insert into himaye.reimbursement_request (id, version, created_at, created_by, updated_at, updated_by, reference,"
                + " case_id, person_id, kind, one_time, amount, budget_source_id, payee_kind, method, state, requested_by"
                + more
                + ") select '" + id + "', 0, now(), '" + requester + "', now(), '" + requester + "', 'P-' || '" + id
                + "', '"
                + rows.caseId() + "', '" + person + "', 'ONE_TIME_ALLOWANCE', true, 700, b.id, 'VICTIM', 'CARD', "
                + (values.isEmpty() ? "'REQUESTED'" : values.split(",")[0]) + ", '" + requester + "'"
                + (values.contains(",") ? values.substring(values.indexOf(',')) : "")
                + " from himaye.budget_source b order by b.id limit 1";
    }

    @Test
    void aSecondOneTimeAllowanceOfAPerson() throws SQLException {
        request("", "");
        refusedBy("uq_reimbursement_request_one_time", requestSql(UUID.randomUUID(), rows.personId(), "", ""));
    }

    @Test
    void butNotAfterARefusal() throws SQLException {
        request("", "'REJECTED'");
        request("", "'CANCELLED'");
        request("", "'DRAFT'");
        request("", "");
    }

    @Test
    void theRequesterAsReviewer() {
        refusedBy(
                "ck_reimbursement_request_reviewer",
                requestSql(UUID.randomUUID(), rows.personId(), ", reviewed_by", "'REVIEWED', '" + requester + "'"));
    }

    @Test
    void theReviewerAsApprover() {
        refusedBy(
                "ck_reimbursement_request_approver",
                requestSql(
                        UUID.randomUUID(),
                        rows.personId(),
                        ", reviewed_by, approved_by",
                        "'APPROVED', '" + reviewer + "', '" + reviewer + "'"));
    }

    @Test
    void theApproverAsPayer() {
        refusedBy(
                "ck_reimbursement_request_payer",
                requestSql(
                        UUID.randomUUID(),
                        rows.personId(),
                        ", reviewed_by, approved_by, paid_by",
                        "'PAID', '" + reviewer + "', '" + approver + "', '" + approver + "'"));
    }

    @Test
    void anApprovalWithoutAReview() {
        refusedBy(
                "ck_reimbursement_request_steps",
                requestSql(UUID.randomUUID(), rows.personId(), ", approved_by", "'APPROVED', '" + approver + "'"));
    }

    @Test
    void anOverdrawnLine() {
        refusedBy("ck_budget_source_committed", "update himaye.budget_source set committed = ceiling + 0.01");
    }

    @Test
    void moreThanWasApproved() {
        refusedBy("ck_budget_source_paid", "update himaye.budget_source set paid = committed + 0.01");
    }

    @Test
    void oneBankPaymentTwice() throws SQLException {
        UUID one = request("", "");
        UUID other = request("", "'CANCELLED'");
        run(instalment(one, "'a'", UUID.randomUUID()));
        refusedBy("uq_reimbursement_instalment_bank_reference", instalment(other, "'a'", UUID.randomUUID()));
    }

    @Test
    void oneClickTwice() throws SQLException {
        UUID key = UUID.randomUUID();
        UUID one = request("", "");
        UUID other = request("", "'CANCELLED'");
        run(instalment(one, "'a'", key));
        refusedBy("uq_reimbursement_instalment_key", instalment(other, "'b'", key));
    }

    private String instalment(UUID request, String print, UUID key) {
        return "insert into himaye.reimbursement_instalment (id, version, created_at, created_by, updated_at, updated_by, request_id,"
                + " case_id, number, amount, state, paid_on, bank_reference, bank_fingerprint, idempotency_key) values"
                + " (gen_random_uuid(), 0, now(), '" + approver + "', now(), '" + approver + "', '" + request + "', '"
                + rows.caseId() + "', 1, 700, 'PAID', current_date, '\\x00', " + print + ", '" + key + "')";
    }

    @Test
    void theApplicationCannotRaiseACeilingOrDeleteAnything() {
        for (String sql : new String[] {
            "update himaye.budget_source set ceiling = ceiling + 1",
            "delete from himaye.reimbursement_request",
            "delete from himaye.reimbursement_decision",
            "update himaye.reimbursement_decision set reason = null",
            "delete from himaye.reimbursement_instalment"
        }) {
            SQLException thrown = assertThrows(SQLException.class, () -> {
                connection.rollback();
                run("set role himaye_app");
                run(sql);
            });
            assertEquals("42501", thrown.getSQLState(), sql);
        }
    }
}
