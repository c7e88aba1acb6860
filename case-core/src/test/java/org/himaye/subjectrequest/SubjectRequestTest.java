package org.himaye.subjectrequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a request of the person herself goes, and who has a word in it: domain.md 4.8 (SC-10). */
class SubjectRequestTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Delivery TOLD = new Delivery(AnswerForm.ORALLY, AnswerLanguage.AZ, false, null, true);

    private final UUID caseworker = UUID.randomUUID();
    private final UUID supervisor = UUID.randomUUID();

    private SubjectRequest asked(SubjectRequestKind kind) {
        RequestEntry entry = new RequestEntry(
                kind, TODAY, ReceivedHow.IN_PERSON, AnswerForm.ORALLY, AnswerLanguage.AZ, false, "Hamısını");
        entry.rules(TODAY).hold();
        return new SubjectRequest(UUID.randomUUID(), UUID.randomUUID(), entry, TODAY.plusDays(30), caseworker, NOW);
    }

    private SubjectRequest prepared(SubjectRequestKind kind, RequestOutcome outcome, NarrowingGround... grounds) {
        SubjectRequest row = asked(kind);
        row.verify(IdentityProof.KNOWN_TO_WORKER, caseworker, NOW);
        row.prepare(new Preparation(outcome, List.of(grounds), null), caseworker, NOW);
        return row;
    }

    @Test
    void theOrderIsThatOfTheDomain() {
        SubjectRequest row = asked(SubjectRequestKind.ACCESS);
        Preparation all = new Preparation(RequestOutcome.GRANTED, null, null);
        assertThrows(TransitionNotAllowed.class, () -> row.prepare(all, caseworker, NOW), "nobody knows who asks");
        row.verify(IdentityProof.CODE_WORD, caseworker, NOW);
        assertThrows(TransitionNotAllowed.class, () -> row.deliver(TOLD, caseworker, NOW));
        row.prepare(all, caseworker, NOW);
        assertThrows(RequestNeedsAnother.class, () -> row.deliver(TOLD, caseworker, NOW), "nobody else looked at it");
        row.decide(true, supervisor, NOW);
        row.deliver(TOLD, caseworker, NOW);
        assertEquals(SubjectRequestState.DELIVERED, row.state());
        assertThrows(TransitionNotAllowed.class, () -> row.deliver(TOLD, caseworker, NOW), "twice");
        assertThrows(TransitionNotAllowed.class, () -> row.takeBack(true, caseworker, NOW));
    }

    @Test
    void whoPreparedItDoesNotDecideAndCanGetItBack() {
        SubjectRequest row = prepared(SubjectRequestKind.COPY, RequestOutcome.GRANTED);
        assertThrows(RequestNeedsAnother.class, () -> row.decide(true, caseworker, NOW));
        assertThrows(AnswerMissing.class, () -> row.decide(null, supervisor, NOW));
        row.decide(false, supervisor, NOW);
        assertEquals(SubjectRequestState.IDENTITY_VERIFIED, row.state());
        assertEquals(null, row.outcome());
    }

    /** BR-005: a yes to a withdrawal needs nobody, every no needs two and a ground that she can be told. */
    @ParameterizedTest
    @EnumSource
    void everyNoHasAGroundOfItsKindAndASecondPerson(SubjectRequestKind kind) {
        for (RequestOutcome less : EnumSet.of(RequestOutcome.NARROWED, RequestOutcome.REFUSED)) {
            SubjectRequest row = asked(kind);
            row.verify(IdentityProof.KNOWN_TO_WORKER, caseworker, NOW);
            BusinessException none = assertThrows(
                    BusinessException.class, () -> row.prepare(new Preparation(less, null, null), caseworker, NOW));
            assertEquals(kind == SubjectRequestKind.WITHDRAW_CONSENT ? "NeverRefused" : "AnswerMissing", none.key());
            for (NarrowingGround ground : NarrowingGround.values()) {
                if (!kind.grounds().contains(ground)) {
                    assertThrows(
                            BusinessException.class,
                            () -> row.prepare(new Preparation(less, List.of(ground), null), caseworker, NOW),
                            kind + " " + ground);
                }
            }
            assertTrue(kind.needsAnother(less));
        }
        assertEquals(
                EnumSet.of(
                                SubjectRequestKind.ACCESS,
                                SubjectRequestKind.COPY,
                                SubjectRequestKind.RESTRICTION,
                                SubjectRequestKind.ERASURE,
                                SubjectRequestKind.COMPLAINT)
                        .contains(kind),
                kind.needsAnother(RequestOutcome.GRANTED));
    }

    @Test
    void aPaperIsGivenToWhoWasWarnedAndWhoGetsLessIsToldWhereToComplain() {
        SubjectRequest row =
                prepared(SubjectRequestKind.ERASURE, RequestOutcome.NARROWED, NarrowingGround.PAYMENT_OPEN);
        row.decide(true, supervisor, NOW);
        for (Boolean warned : new Boolean[] {null, false}) {
            Delivery paper = new Delivery(AnswerForm.ON_PAPER, AnswerLanguage.RU, false, warned, true);
            assertThrows(PaperNotWarned.class, () -> row.deliver(paper, caseworker, NOW));
        }
        Delivery silent = new Delivery(AnswerForm.ORALLY, AnswerLanguage.RU, false, null, false);
        assertThrows(AppealNotTold.class, () -> row.deliver(silent, caseworker, NOW));
        row.deliver(TOLD, caseworker, NOW);
        assertEquals(SubjectRequestState.PARTLY_REFUSED, row.state());
        assertEquals(List.of(NarrowingGround.PAYMENT_OPEN), row.grounds());
    }

    @Test
    void aTermIsProlongedOnceAndNotWhenItIsOver() {
        SubjectRequest row = asked(SubjectRequestKind.COMPLAINT);
        assertThrows(
                TooLateToExtend.class,
                () -> row.extend(ExtensionReason.MUCH_MATERIAL, 30, TODAY.plusDays(31), caseworker, NOW));
        row.extend(ExtensionReason.MUCH_MATERIAL, 30, TODAY.plusDays(30), caseworker, NOW);
        assertEquals(TODAY.plusDays(60), row.dueOn());
        assertThrows(
                ExtendedAlready.class, () -> row.extend(ExtensionReason.MUCH_MATERIAL, 30, TODAY, caseworker, NOW));
    }

    @Test
    void whatWasNotAskedYetIsNotRecordedAndSheMayTakeItBack() {
        RequestEntry ahead = new RequestEntry(
                SubjectRequestKind.ACCESS,
                TODAY.plusDays(1),
                ReceivedHow.IN_PERSON,
                AnswerForm.SHOWN,
                AnswerLanguage.EN,
                true,
                null);
        assertThrows(ReceivedAhead.class, () -> ahead.rules(TODAY).hold());
        SubjectRequest row = asked(SubjectRequestKind.ACCESS);
        row.takeBack(false, caseworker, NOW);
        assertTrue(row.state().over());
    }

    @Test
    void whatIsKnownToBeHersAndAComplaintAreNotTakenBackByOneAndNothingThatIsDecided() {
        SubjectRequest complaint = asked(SubjectRequestKind.COMPLAINT);
        assertThrows(RequestNeedsAnother.class, () -> complaint.takeBack(false, caseworker, NOW));
        SubjectRequest row = asked(SubjectRequestKind.COPY);
        row.verify(IdentityProof.KNOWN_TO_WORKER, caseworker, NOW);
        assertThrows(RequestNeedsAnother.class, () -> row.takeBack(false, caseworker, NOW));
        row.prepare(new Preparation(RequestOutcome.GRANTED, null, null), caseworker, NOW);
        assertThrows(RequestNeedsAnother.class, () -> row.takeBack(false, caseworker, NOW));
        row.decide(true, supervisor, NOW);
        assertThrows(TransitionNotAllowed.class, () -> row.takeBack(true, supervisor, NOW));
        complaint.takeBack(true, supervisor, NOW);
        assertTrue(complaint.state().over());
    }

    @Test
    void whatWasLookedAtTooLongAgoIsPreparedAndLookedAtAgain() {
        SubjectRequest row = prepared(SubjectRequestKind.COPY, RequestOutcome.GRANTED);
        row.decide(true, supervisor, NOW);
        Preparation again = new Preparation(RequestOutcome.GRANTED, null, null);
        Instant later = NOW.plus(Duration.ofDays(14));
        assertThrows(TransitionNotAllowed.class, () -> row.prepare(again, caseworker, later));
        assertTrue(row.outdated(later.plusSeconds(1)));
        assertThrows(TransitionNotAllowed.class, () -> row.deliver(TOLD, caseworker, later.plusSeconds(1)));
        row.prepare(again, caseworker, later.plusSeconds(1));
        assertEquals(null, row.decidedBy());
        assertThrows(RequestNeedsAnother.class, () -> row.deliver(TOLD, caseworker, later.plusSeconds(2)));
    }

    /** From that day what was done counts. */
    @ParameterizedTest
    @CsvSource({"30, true", "31, false"})
    void theDayIsNotPutBackAtWill(int daysAgo, boolean taken) {
        RequestEntry entry = new RequestEntry(
                SubjectRequestKind.RESTRICTION,
                TODAY.minusDays(daysAgo),
                ReceivedHow.IN_WRITING,
                AnswerForm.SHOWN,
                AnswerLanguage.EN,
                true,
                null);
        if (taken) {
            entry.rules(TODAY).hold();
        } else {
            assertThrows(ReceivedLongAgo.class, () -> entry.rules(TODAY).hold());
        }
    }
}
