package org.himaye.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.DeadlineKind;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Role;
import org.junit.jupiter.api.Test;

/** Nobody's day begins with what only another can do (domain.md 2.0: the alert goes to the responsible person). */
class TurnsTest {

    @Test
    void aCaseworkersDayHasNoReviewsAndNoPayments() {
        assertEquals(
                EnumSet.of(
                        DeadlineKind.INTAKE,
                        DeadlineKind.NOTIFY_SPECIAL_UNIT,
                        DeadlineKind.NEEDS_ASSESSMENT,
                        DeadlineKind.PLAN_DRAFT),
                Turns.of(caller(
                        Role.CASEWORKER,
                        Permission.CASE_LIST,
                        Permission.INTAKE_COMPLETE,
                        Permission.IDENTIFICATION_NOTIFY,
                        Permission.ASSESSMENT_WRITE,
                        Permission.PLAN_WRITE,
                        Permission.REIMBURSEMENT_REQUEST)));
    }

    @Test
    void aSupervisorsDayHasReviewsAndNobodysDrafts() {
        assertEquals(
                EnumSet.of(DeadlineKind.PLAN_REVIEW, DeadlineKind.PROGRESS_REVIEW, DeadlineKind.REIMBURSEMENT_REVIEW),
                Turns.of(caller(
                        Role.SUPERVISOR,
                        Permission.CASE_LIST,
                        Permission.PLAN_REVIEW,
                        Permission.PLAN_RATE,
                        Permission.REIMBURSEMENT_REVIEW)));
    }

    @Test
    void theEndOfTheReflectionPeriodIsNobodysWork() {
        assertEquals(
                EnumSet.complementOf(EnumSet.of(DeadlineKind.REFLECTION_ENDS)),
                Turns.of(caller(Role.SYSTEM, Permission.values())));
    }

    private static Caller caller(Role role, Permission... permissions) {
        return new Caller(UUID.randomUUID(), "somebody", role, UUID.randomUUID(), Set.of(permissions), "s", "test");
    }
}
