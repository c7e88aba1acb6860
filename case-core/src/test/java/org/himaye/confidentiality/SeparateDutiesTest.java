package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BR-072: what one person may not do together. */
class SeparateDutiesTest {

    @ParameterizedTest
    @CsvSource({
        "REFERRAL_SEND, CASE_READ",
        "IDENTIFICATION_DECIDE, INTAKE_WRITE",
        "IDENTIFICATION_READ, REIMBURSEMENT_REQUEST",
        "ACCESSLOG_EXPORT, PLAN_WRITE",
        "ACCESSLOG_READ, IDENTIFICATION_DECIDE",
        "ACCESSLOG_READ, REIMBURSEMENT_PAY",
        "PEOPLE_MANAGE, CASE_LIST",
        "PEOPLE_MANAGE, REIMBURSEMENT_READ",
        "PEOPLE_MANAGE, STATISTICS_READ",
        "PEOPLE_MANAGE, ACCESSLOG_READ",
        "REIMBURSEMENT_APPROVE, REIMBURSEMENT_PAY",
        "REIMBURSEMENT_REQUEST, REIMBURSEMENT_APPROVE",
        "REIMBURSEMENT_REVIEW, REIMBURSEMENT_PAY",
        "DISCLOSURE_CHECK, DISCLOSURE_DECIDE",
        "PLAN_WRITE, PLAN_REVIEW",
        "SUBJECTREQUEST_HANDLE, SUBJECTREQUEST_DECIDE",
        "INTAKE_WRITE, CASE_ASSIGN",
        "NOTE_WRITE, BREAKGLASS_REVIEW",
        "AUDIT_ASK, RESTRICTION_CONFIRM"
    })
    void theseTwoNeverMeetInOneAccount(Permission one, Permission other) {
        assertFalse(SeparateDuties.allow(EnumSet.of(one, other, Permission.MYDAY_OPEN)));
        assertTrue(SeparateDuties.allow(EnumSet.of(one, Permission.MYDAY_OPEN)));
        assertTrue(SeparateDuties.allow(EnumSet.of(other, Permission.MYDAY_OPEN)));
    }
}
