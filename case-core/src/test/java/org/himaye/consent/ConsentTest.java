package org.himaye.consent;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.person.SpokenLanguage;
import org.junit.jupiter.api.Test;

/** domain.md 2.7, 3.5; BR-004, BR-005. */
class ConsentTest {

    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final Consent consent = new Consent(
            UUID.randomUUID(), UUID.randomUUID(), ConsentScope.DATA_PROCESSING, null, "2026-1", SOMEBODY, NOW);

    private static ConsentAnswer answer(boolean given, ConsentGiver by, boolean party) {
        return answer(given, by, party, party);
    }

    private static ConsentAnswer answer(boolean given, ConsentGiver by, boolean interpreter, Boolean party) {
        return new ConsentAnswer(
                UUID.randomUUID(),
                ConsentScope.DATA_PROCESSING,
                null,
                given,
                by,
                ConsentMethod.WRITTEN,
                SpokenLanguage.AZ,
                interpreter,
                party,
                null,
                null);
    }

    private void answered(boolean given, LocalDate validTo) {
        consent.answer(answer(given, ConsentGiver.VICTIM, false), false, validTo, TODAY, SOMEBODY, NOW);
    }

    @Test
    void isInForceThroughItsLastDay() {
        answered(true, TODAY.plusDays(10));

        assertTrue(consent.inForce(TODAY.plusDays(10)));
        assertFalse(consent.inForce(TODAY.plusDays(11)));
        assertEquals(ConsentStatus.EXPIRED, consent.statusOn(TODAY.plusDays(11)));
    }

    @Test
    void endsNotBeforeTodayAndNotAfterFiveYears() {
        assertThrows(ConsentPeriodWrong.class, () -> answered(true, TODAY.minusDays(1)));
        assertThrows(
                ConsentPeriodWrong.class,
                () -> answered(true, TODAY.plusYears(5).plusDays(1)));
        assertDoesNotThrow(() -> answered(true, TODAY.plusYears(5)));
    }

    @Test
    void br005ARefusalNeedsNoReasonAndNoEnd() {
        answered(false, null);

        assertEquals(ConsentStatus.REFUSED, consent.status());
        assertFalse(consent.inForce(TODAY));
    }

    @Test
    void br005CanBeWithdrawnAtOnceButNotTwice() {
        answered(true, TODAY.plusDays(10));
        consent.withdraw(SOMEBODY, NOW);

        assertFalse(consent.inForce(TODAY));
        assertThrows(TransitionNotAllowed.class, () -> consent.withdraw(SOMEBODY, NOW));
    }

    @Test
    void anAnswerThroughAPartyToTheCaseDoesNotCount() {
        assertThrows(
                InterpreterIsParty.class,
                () -> consent.answer(
                        answer(true, ConsentGiver.VICTIM, true), false, TODAY.plusDays(1), TODAY, SOMEBODY, NOW));
        assertEquals(ConsentStatus.PROPOSED, consent.status());
    }

    @Test
    void whoInterpretedIsAskedForOnlyWhenSomebodyDid() {
        assertEquals(
                "interpreterIsParty",
                assertThrows(InterpreterNotAsked.class, () -> interpreted(true, null))
                        .field());
        assertDoesNotThrow(() -> interpreted(false, null));
        assertEquals(ConsentStatus.GIVEN, consent.status());
    }

    private void interpreted(boolean interpreter, Boolean party) {
        consent.answer(
                answer(true, ConsentGiver.VICTIM, interpreter, party), false, TODAY.plusDays(1), TODAY, SOMEBODY, NOW);
    }

    @Test
    void anAdultAnswersAloneUnlessACourtDecided() {
        for (ConsentGiver other : List.of(ConsentGiver.GUARDIAN, ConsentGiver.AUTHORITY)) {
            assertThrows(
                    AdultAnswersAlone.class,
                    () -> consent.answer(
                            answer(true, other, false, false), false, TODAY.plusDays(1), TODAY, SOMEBODY, NOW));
        }
        consent.answer(answer(true, ConsentGiver.COURT, false, false), false, TODAY.plusDays(1), TODAY, SOMEBODY, NOW);
        assertEquals(ConsentStatus.GIVEN, consent.status());
    }

    @Test
    void whatWasAnsweredAnewIsReplacedAndNotExpired() {
        answered(true, TODAY.plusDays(10));
        consent.expire(SOMEBODY, NOW);

        assertTrue(consent.replaced(TODAY));
        assertFalse(consent.replaced(TODAY.plusDays(11)));
    }

    @Test
    void br014AChildAloneDoesNotConsentButMayRefuse() {
        assertThrows(
                ChildNeedsGuardian.class,
                () -> consent.answer(
                        answer(true, ConsentGiver.VICTIM, false), true, TODAY.plusDays(1), TODAY, SOMEBODY, NOW));
        assertDoesNotThrow(
                () -> consent.answer(answer(false, ConsentGiver.VICTIM, false), true, null, TODAY, SOMEBODY, NOW));
    }

    @Test
    void aConsentToAPlanNamesItsVersionAndNoOtherDoes() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Consent(
                        UUID.randomUUID(), UUID.randomUUID(), ConsentScope.PLAN, null, "2026-1", SOMEBODY, NOW));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Consent(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        ConsentScope.PHOTO,
                        UUID.randomUUID(),
                        "2026-1",
                        SOMEBODY,
                        NOW));
    }
}
