package org.himaye.reimbursement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.PolicyFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The walk of domain.md 2.8 and the separation of duties, BR-060. */
class ReimbursementRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final UUID requester = UUID.randomUUID();
    private final UUID reviewer = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private final UUID payer = UUID.randomUUID();
    private final ReimbursementRequest request = new ReimbursementRequest(
            UUID.randomUUID(),
            RequestNumber.random(),
            new PolicyFacts(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(), Set.of()),
            requester,
            NOW);

    private ReimbursementRequest requested() {
        request.request(true, requester, NOW);
        return request;
    }

    private ReimbursementRequest reviewed() {
        requested().takeUp(reviewer, NOW);
        request.review(reviewer, NOW);
        return request;
    }

    private ReimbursementRequest approved() {
        reviewed().approve(approver, NOW);
        return request;
    }

    @Test
    void fourPeopleTakeItFromDraftToPaid() {
        approved().pay(payer, NOW);

        assertEquals(ReimbursementState.PAID, request.state());
    }

    @Test
    void theRequesterReviewsNothing() {
        requested();

        assertThrows(SeparationOfDuties.class, () -> request.takeUp(requester, NOW));
        assertThrows(SeparationOfDuties.class, () -> request.sendBack(requester, NOW));
        assertThrows(SeparationOfDuties.class, () -> request.reject(requester, NOW));
        assertEquals(ReimbursementState.REQUESTED, request.state());
    }

    @Test
    void neitherRequesterNorReviewerApproves() {
        reviewed();

        assertThrows(SeparationOfDuties.class, () -> request.approve(requester, NOW));
        assertThrows(SeparationOfDuties.class, () -> request.approve(reviewer, NOW));
        assertThrows(SeparationOfDuties.class, () -> request.reject(reviewer, NOW));
        assertEquals(ReimbursementState.REVIEWED, request.state());
    }

    @Test
    void neitherRequesterNorApproverPays() {
        approved();

        assertThrows(SeparationOfDuties.class, () -> request.pay(requester, NOW));
        assertThrows(SeparationOfDuties.class, () -> request.pay(approver, NOW));
        assertEquals(ReimbursementState.APPROVED, request.state());
    }

    @Test
    void theReviewerMayPayWhereStaffIsFew() {
        approved().pay(reviewer, NOW);

        assertEquals(ReimbursementState.PAID, request.state());
    }

    @Test
    void whoAsksAgainAfterAReturnIsTheRequester() {
        requested().takeUp(reviewer, NOW);
        request.sendBack(reviewer, NOW);
        UUID successor = UUID.randomUUID();
        request.request(true, successor, NOW);

        assertThrows(SeparationOfDuties.class, () -> request.takeUp(successor, NOW));
    }

    @Test
    void thePageOffersNoStepThatIsBarred() {
        reviewed();

        assertTrue(request.bars(requester, ReimbursementStep.APPROVE));
        assertTrue(request.bars(reviewer, ReimbursementStep.APPROVE));
        assertFalse(request.bars(approver, ReimbursementStep.APPROVE));
        assertFalse(request.bars(requester, ReimbursementStep.CANCEL));
    }

    @Test
    void aDraftCannotBeReviewedAndARequestNotApproved() {
        assertThrows(TransitionNotAllowed.class, () -> request.takeUp(reviewer, NOW));
        requested();
        assertThrows(TransitionNotAllowed.class, () -> request.approve(approver, NOW));
        assertThrows(TransitionNotAllowed.class, () -> request.pay(payer, NOW));
    }

    @Test
    void paidIsPaid() {
        approved().pay(payer, NOW);

        assertThrows(TransitionNotAllowed.class, () -> request.pay(payer, NOW));
        assertThrows(TransitionNotAllowed.class, () -> request.cancel(requester, NOW));
    }

    /** BR-066: nothing leads back from money that was paid, whatever becomes of the identification. */
    @Test
    void nothingReclaimsWhatWasPaid() {
        assertEquals(Set.of(), ReimbursementState.PAID.next());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReimbursementState.class,
            names = {"DRAFT", "REQUESTED", "UNDER_REVIEW", "REVIEWED", "RETURNED", "APPROVED"})
    void canBeWithdrawnBeforeTheFirstPayment(ReimbursementState state) {
        assertTrue(state.next().contains(ReimbursementState.CANCELLED));
    }

    @Test
    void onlyWhatIsWithItsAuthorIsWritten() {
        Set<ReimbursementState> editable = EnumSet.noneOf(ReimbursementState.class);
        for (ReimbursementState state : ReimbursementState.values()) {
            if (state.editable()) {
                editable.add(state);
            }
        }

        assertEquals(EnumSet.of(ReimbursementState.DRAFT, ReimbursementState.RETURNED), editable);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReimbursementStep.class,
            names = {"RETURN", "REJECT", "CANCEL"})
    void everyStepBackHasReasonsToChooseFrom(ReimbursementStep step) {
        assertFalse(ReimbursementReason.of(step).isEmpty());
    }
}
