package org.himaye.disclosure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Purpose;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who decides what leaves the house, on what basis and in which order: domain.md 4.2 to 4.4 (SC-07, SC-04). */
class DisclosureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    /** A Friday: three working days end on Wednesday. */
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

    private static final Set<DisclosedField> ALL = EnumSet.allOf(DisclosedField.class);
    private static final Set<DisclosedField> LEAST = EnumSet.of(DisclosedField.PSEUDONYM);

    private final UUID entering = UUID.randomUUID();
    private final UUID checking = UUID.randomUUID();
    private final UUID supervisor = UUID.randomUUID();
    private final UUID caseId = UUID.randomUUID();

    private Disclosure asked(ReceiverKind receiver, Purpose purpose, String document, DisclosedField... fields) {
        DisclosureRequest request = new DisclosureRequest(
                receiver,
                receiver == ReceiverKind.FAMILY ? null : "Bakı şəhər məhkəməsi",
                null,
                document,
                document == null ? null : TODAY.minusDays(3),
                purpose,
                DisclosureBasis.COURT_DECISION,
                null,
                List.of(fields));
        request.rules(TODAY).hold();
        return new Disclosure(UUID.randomUUID(), caseId, "V-AAAAAA-A", UUID.randomUUID(), request, entering, NOW);
    }

    private Disclosure ofCourt(DisclosedField... fields) {
        return asked(ReceiverKind.COURT, Purpose.COURT_ORDER, "17/2026", fields);
    }

    private static DisclosureCheck found(DisclosureBasis ground) {
        return new DisclosureCheck(
                ground,
                ground == DisclosureBasis.CONSENT ? UUID.randomUUID() : null,
                null,
                false,
                "Ünvan məlum ola bilər");
    }

    private Disclosure checked(Disclosure row, DisclosureBasis ground) {
        row.check(found(ground), false, checking, NOW);
        return row;
    }

    private void decide(Disclosure row, DisclosedField... fields) {
        decide(row, ALL, fields);
    }

    private void decide(Disclosure row, Set<DisclosedField> most, DisclosedField... fields) {
        row.decide(new DisclosureDecision(null, List.of(fields), TODAY.plusDays(30)), most, TODAY, supervisor, NOW);
    }

    private Disclosure granted(DisclosedField... fields) {
        Disclosure row = checked(ofCourt(fields), DisclosureBasis.COURT_DECISION);
        decide(row, fields);
        return row;
    }

    private static InformedAnswer told(Informing when) {
        return new InformedAnswer(
                when,
                when == Informing.BEFORE ? null : InformingReason.DANGER,
                when == Informing.BEFORE ? TODAY : null,
                when == Informing.BEFORE ? SpokenLanguage.AZ : null);
    }

    @Test
    void nothingGoesButInTheOrderOfTheSteps() {
        Disclosure row = ofCourt(DisclosedField.STATEMENT_DATE);
        assertThrows(TransitionNotAllowed.class, () -> decideUnchecked(row));
        assertThrows(NothingCanGo.class, () -> row.requireMakeable(TODAY));
        checked(row, DisclosureBasis.COURT_DECISION);
        assertThrows(TransitionNotAllowed.class, () -> checked(row, DisclosureBasis.COURT_DECISION), "twice");
        decide(row, DisclosedField.STATEMENT_DATE);
        assertEquals(DisclosureState.APPROVED, row.state());
        assertThrows(TransitionNotAllowed.class, () -> decide(row, DisclosedField.STATEMENT_DATE), "twice");
        assertThrows(PersonNotInformed.class, () -> row.requireMakeable(TODAY));
        assertThrows(
                PersonNotInformed.class,
                () -> row.send(DisclosureChannel.COURIER, true, supervisor, NOW),
                "not before the person was told");
        row.inform(told(Informing.BEFORE), TODAY, checking, NOW);
        assertDoesNotThrow(() -> row.requireMakeable(TODAY));
        assertThrows(NothingMade.class, () -> row.send(DisclosureChannel.COURIER, false, supervisor, NOW));
        assertThrows(AnswerMissing.class, () -> row.send(null, true, supervisor, NOW));
        row.send(DisclosureChannel.COURIER, true, supervisor, NOW);
        assertEquals(DisclosureState.NOTIFIED, row.state(), "she knew before");
        assertThrows(DisclosureExpired.class, () -> row.requireMakeable(TODAY.plusDays(31)));
        assertTrue(!row.over(TODAY.plusDays(30)), "its last day is one of its days");
    }

    /** What is recorded after the last day went before: she may have been told of it before it was recorded. */
    @Test
    void whatWentOnItsLastDayIsRecordedAndToldAlsoAfterIt() {
        Disclosure row = granted(DisclosedField.STATEMENT_DATE);
        row.inform(told(Informing.AFTER), TODAY, checking, NOW);
        row.send(DisclosureChannel.IN_PERSON, true, supervisor, NOW.plus(31, ChronoUnit.DAYS));
        assertEquals(DisclosureState.SENT, row.state());
        row.inform(
                new InformedAnswer(Informing.AFTER, InformingReason.DANGER, TODAY.plusDays(30), SpokenLanguage.RU),
                TODAY.plusDays(31),
                checking,
                NOW.plus(31, ChronoUnit.DAYS));
        assertEquals(DisclosureState.NOTIFIED, row.state());
    }

    private void decideUnchecked(Disclosure row) {
        row.decide(new DisclosureDecision(RefusalGround.NO_BASIS, null, null), ALL, TODAY, supervisor, NOW);
    }

    @Test
    void whoEnteredOrCheckedDoesNotDecide() {
        for (UUID same : List.of(entering, checking)) {
            Disclosure row = checked(ofCourt(DisclosedField.STATEMENT_DATE), DisclosureBasis.COURT_DECISION);

            assertThrows(
                    DisclosureNeedsAnother.class,
                    () -> row.decide(new DisclosureDecision(RefusalGround.RISK, null, null), ALL, TODAY, same, NOW));
            assertEquals(DisclosureState.CHECKED, row.state());
        }
    }

    /** The table of 4.2 again, written from the document. */
    @Test
    void eachBasisReplacesAConsentForItsOwnPurposeOnly() {
        Map<DisclosureBasis, Set<Purpose>> own = Map.of(
                DisclosureBasis.CONSENT, Set.copyOf(DisclosureBasis.PURPOSES),
                DisclosureBasis.VITAL_INTEREST, Set.of(Purpose.SAFETY_EMERGENCY),
                DisclosureBasis.LEGAL_DUTY, Set.of(Purpose.IDENTIFICATION, Purpose.CHILD_PROTECTION),
                DisclosureBasis.COURT_DECISION, Set.of(Purpose.COURT_ORDER),
                DisclosureBasis.PROSECUTION_DECISION, Set.of(Purpose.PROSECUTION_REQUEST),
                DisclosureBasis.GUARDIAN_AND_BID, Set.of(Purpose.CHILD_PROTECTION));
        for (DisclosureBasis basis : DisclosureBasis.values()) {
            for (Purpose purpose : DisclosureBasis.PURPOSES) {
                Disclosure row = asked(ReceiverKind.COURT, purpose, "17/2026");
                if (own.get(basis).contains(purpose)) {
                    row.check(found(basis), true, checking, NOW);
                    assertEquals(basis, row.ground());
                } else {
                    assertThrows(
                            BasisNotForPurpose.class,
                            () -> row.check(found(basis), true, checking, NOW),
                            basis + " for " + purpose);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REFERRAL_SERVICE", "PAYMENT", "REPATRIATION"})
    void aServiceAPaymentAndAReturnNeedThePersonsWord(Purpose purpose) {
        for (DisclosureBasis basis : EnumSet.complementOf(EnumSet.of(DisclosureBasis.CONSENT))) {
            assertTrue(!basis.serves(purpose), basis + " for " + purpose);
        }
    }

    /** SC-07: the prosecutor's letter without a decision number. */
    @Test
    void withoutANumberAndADateThereIsNoDecision() {
        Disclosure row = asked(ReceiverKind.PROSECUTOR, Purpose.PROSECUTION_REQUEST, null);

        assertThrows(
                BasisNeedsDocument.class,
                () -> row.check(found(DisclosureBasis.PROSECUTION_DECISION), false, checking, NOW));
        row.check(new DisclosureCheck(null, null, null, null, null), false, checking, NOW);
        assertThrows(NothingCanGo.class, () -> decide(row, DisclosedField.STATEMENT_DATE));
        decideUnchecked(row);
        assertEquals(DisclosureState.REFUSED, row.state());
        assertEquals(List.of(), row.fields());
        assertThrows(NothingCanGo.class, () -> row.requireMakeable(TODAY));
    }

    /** 4.4: without consent less, and which of the reasons it is is said. */
    @Test
    void whatIsTooMuchSaysWhetherAskingThePersonWouldHelp() {
        Disclosure ordered = checked(ofCourt(), DisclosureBasis.COURT_DECISION);
        assertThrows(MoreThanWithoutConsent.class, () -> decide(ordered, LEAST, DisclosedField.DECISION_TEXT));
        Disclosure agreed = checked(ofCourt(), DisclosureBasis.CONSENT);
        assertThrows(FieldsOutsideLimit.class, () -> decide(agreed, LEAST, DisclosedField.DECISION_TEXT));
    }

    /** 2.11, 4.4: "child: guardian without conflict". */
    @Test
    void aGuardianInConflictDecidesNothing() {
        Disclosure row = asked(ReceiverKind.SCHOOL, Purpose.CHILD_PROTECTION, "3/26");
        for (DisclosureBasis agreed : List.of(DisclosureBasis.GUARDIAN_AND_BID, DisclosureBasis.CONSENT)) {
            assertThrows(AnswerMissing.class, () -> row.check(ofChild(agreed, null), true, checking, NOW));
        }
        assertThrows(
                GuardianInConflict.class,
                () -> row.check(ofChild(DisclosureBasis.GUARDIAN_AND_BID, true), true, checking, NOW));
        row.check(ofChild(DisclosureBasis.GUARDIAN_AND_BID, false), true, checking, NOW);
        assertEquals(false, row.guardianConflict());
        Disclosure refused = asked(ReceiverKind.FAMILY, Purpose.CHILD_PROTECTION, "3/26");
        refused.check(ofChild(null, true), true, checking, NOW);
        assertEquals(true, refused.guardianConflict(), "is on record for the next request");
        Disclosure adult = ofCourt();
        adult.check(ofChild(DisclosureBasis.COURT_DECISION, true), false, checking, NOW);
        assertNull(adult.guardianConflict(), "an adult has none");
    }

    private static DisclosureCheck ofChild(DisclosureBasis ground, Boolean conflict) {
        return new DisclosureCheck(
                ground, ground == DisclosureBasis.CONSENT ? UUID.randomUUID() : null, null, conflict, "Risk");
    }

    @Test
    void aRelativesNameIsNoOrganisation() {
        DisclosureRequest named = new DisclosureRequest(
                ReceiverKind.FAMILY,
                "Nümunəyeva Rəna",
                null,
                null,
                null,
                Purpose.CHILD_PROTECTION,
                DisclosureBasis.CONSENT,
                null,
                List.of());
        assertThrows(OrganisationOfRelative.class, () -> named.rules(TODAY).hold());
    }

    @Test
    void theGuardianDecidesForAChildAloneAndTheFamilyGetsNothingWithoutHer() {
        Disclosure child = asked(ReceiverKind.SCHOOL, Purpose.CHILD_PROTECTION, "3/26");
        assertThrows(
                GuardianForChildOnly.class,
                () -> child.check(found(DisclosureBasis.GUARDIAN_AND_BID), false, checking, NOW));
        Disclosure family = asked(ReceiverKind.FAMILY, Purpose.CHILD_PROTECTION, "3/26");
        assertThrows(
                FamilyNeedsConsent.class, () -> family.check(found(DisclosureBasis.LEGAL_DUTY), true, checking, NOW));
    }

    /** SC-04. */
    @Test
    void theEmbassyOfAFearedStateGetsNothing() {
        Disclosure row = asked(ReceiverKind.EMBASSY, Purpose.REPATRIATION, null);
        for (Boolean fears : new Boolean[] {null, true}) {
            BusinessException broken = assertThrows(
                    BusinessException.class,
                    () -> row.check(
                            new DisclosureCheck(DisclosureBasis.CONSENT, UUID.randomUUID(), fears, null, "x"),
                            false,
                            checking,
                            NOW));
            assertEquals(fears == null ? "AnswerMissing" : "FearedState", broken.key());
        }
        row.check(
                new DisclosureCheck(DisclosureBasis.CONSENT, UUID.randomUUID(), false, null, "x"),
                false,
                checking,
                NOW);
    }

    @Test
    void aPartIsSaidToBeAPartAndMoreThanAskedOrAllowedDoesNotGo() {
        Disclosure partly = checked(
                ofCourt(DisclosedField.STATEMENT_DATE, DisclosedField.DECISION_TEXT), DisclosureBasis.COURT_DECISION);
        assertThrows(FieldsNotAsked.class, () -> decide(partly, DisclosedField.FAMILY_NAME));
        assertThrows(AnswerMissing.class, () -> decide(partly));
        assertThrows(
                MoreThanWithoutConsent.class,
                () -> partly.decide(
                        new DisclosureDecision(null, List.of(DisclosedField.DECISION_TEXT), TODAY.plusDays(1)),
                        Set.of(DisclosedField.STATEMENT_DATE),
                        TODAY,
                        supervisor,
                        NOW));
        for (LocalDate end : new LocalDate[] {null, TODAY, TODAY.plusDays(184)}) {
            assertThrows(
                    ExpiryNotPossible.class,
                    () -> partly.decide(
                            new DisclosureDecision(null, List.of(DisclosedField.STATEMENT_DATE), end),
                            ALL,
                            TODAY,
                            supervisor,
                            NOW));
        }
        decide(partly, DisclosedField.STATEMENT_DATE);
        assertEquals(DisclosureState.PARTLY, partly.state());
    }

    @Test
    void inDangerTheLeastGoesAndAnotherLooksAgainWithinThreeWorkingDays() {
        Disclosure row = checked(
                asked(ReceiverKind.HEALTH_PROVIDER, Purpose.SAFETY_EMERGENCY, null), DisclosureBasis.VITAL_INTEREST);
        assertThrows(
                MoreThanMinimum.class, () -> decide(row, LEAST, DisclosedField.PSEUDONYM, DisclosedField.FAMILY_NAME));
        decide(row, DisclosedField.PSEUDONYM);
        assertEquals(Instant.parse("2026-11-25T20:00:00Z"), row.reviewDueAt(), "midnight after Wednesday in Baku");
        assertThrows(DisclosureNeedsAnother.class, () -> row.review(true, supervisor, NOW));
        row.review(false, checking, NOW);
        assertThrows(TransitionNotAllowed.class, () -> row.review(true, checking, NOW), "once");
        assertNull(granted(DisclosedField.STATEMENT_DATE).reviewDueAt());
    }

    @Test
    void whoWasNotToldBeforeIsToldAfterwardsOrItIsSaidWhyNot() {
        for (Informing when : List.of(Informing.AFTER, Informing.WITHHELD)) {
            Disclosure row = granted(DisclosedField.STATEMENT_DATE);
            assertThrows(
                    AnswerMissing.class,
                    () -> row.inform(new InformedAnswer(when, null, null, null), TODAY, checking, NOW),
                    "a reason");
            row.inform(told(when), TODAY, checking, NOW);
            row.send(DisclosureChannel.IN_PERSON, true, supervisor, NOW);
            assertEquals(DisclosureState.SENT, row.state());
            assertThrows(AnswerMissing.class, () -> row.inform(told(when), TODAY, checking, NOW), "the day");
            row.inform(
                    new InformedAnswer(when, InformingReason.DANGER, TODAY, SpokenLanguage.RU), TODAY, checking, NOW);
            assertEquals(DisclosureState.NOTIFIED, row.state());
            assertEquals(when, row.informing(), "how it was when it went");
        }
        assertThrows(
                InformedOnAhead.class,
                () -> granted(DisclosedField.STATEMENT_DATE)
                        .inform(
                                new InformedAnswer(Informing.BEFORE, null, TODAY.plusDays(1), SpokenLanguage.AZ),
                                TODAY,
                                checking,
                                NOW));
    }

    @Test
    void nobodyIsToldBeforeTheDecisionAndWhoIsToldAfterwardsIsToldAfterItWent() {
        Disclosure row = granted(DisclosedField.STATEMENT_DATE);
        assertThrows(
                InformedTooEarly.class,
                () -> row.inform(
                        new InformedAnswer(Informing.BEFORE, null, TODAY.minusDays(1), SpokenLanguage.AZ),
                        TODAY,
                        checking,
                        NOW));
        row.inform(told(Informing.AFTER), TODAY, checking, NOW);
        LocalDate gone = TODAY.plusDays(2);
        row.send(DisclosureChannel.IN_PERSON, true, supervisor, NOW.plus(2, ChronoUnit.DAYS));
        InformedAnswer early =
                new InformedAnswer(Informing.AFTER, InformingReason.DANGER, gone.minusDays(1), SpokenLanguage.RU);
        assertThrows(InformedTooEarly.class, () -> row.inform(early, gone, checking, NOW));
        assertEquals(DisclosureState.SENT, row.state());
    }

    /** SC-07: consent for HEALTH used for LEGAL_INVESTIGATION. */
    @Test
    void aConsentNamesReceiverPurposeAndClasses() {
        Disclosure row = asked(ReceiverKind.LAWYER, Purpose.LEGAL_AID, null, DisclosedField.DECISION_TEXT);
        DisclosureConsent health =
                new DisclosureConsent(UUID.randomUUID(), row, List.of(DataClass.HEALTH), checking, NOW);

        assertDoesNotThrow(() -> health.requireFor(row));
        assertTrue(!health.covers(List.of(DataClass.LEGAL_INVESTIGATION)));
        assertTrue(!health.touches(List.of(DataClass.LEGAL_INVESTIGATION)));
        assertTrue(health.covers(List.of(DataClass.HEALTH, DataClass.OPERATIONAL)));
        assertTrue(!health.covers(List.of(DataClass.HEALTH, DataClass.IDENTITY)));
        for (Disclosure other : List.of(
                asked(ReceiverKind.COURT, Purpose.LEGAL_AID, null),
                asked(ReceiverKind.LAWYER, Purpose.REFERRAL_SERVICE, null))) {
            assertThrows(ConsentForAnother.class, () -> health.requireFor(other));
        }
    }

    @Test
    void aRequestAboutNobodyKnownIsCheckedAndRefusedLikeAnyOther() {
        Disclosure row = new Disclosure(
                UUID.randomUUID(),
                null,
                null,
                UUID.randomUUID(),
                new DisclosureRequest(
                        ReceiverKind.INVESTIGATOR,
                        "Rayon polis idarəsi",
                        null,
                        "17/2026",
                        TODAY,
                        Purpose.PROSECUTION_REQUEST,
                        DisclosureBasis.PROSECUTION_DECISION,
                        null,
                        List.of()),
                entering,
                NOW);
        assertThrows(
                NothingCanGo.class, () -> row.check(found(DisclosureBasis.PROSECUTION_DECISION), false, checking, NOW));
        row.check(new DisclosureCheck(null, null, null, null, null), false, checking, NOW);
        decideUnchecked(row);
        assertEquals(DisclosureState.REFUSED, row.state());
        assertNotNull(row.decidedAt());
    }

    @Test
    void wordsAreNoNumberOfADecision() {
        for (String number : List.of("17 2026", "qərar: 17", "17;2026")) {
            assertThrows(DocumentNotRight.class, () -> asked(ReceiverKind.COURT, Purpose.COURT_ORDER, number));
        }
    }
}
