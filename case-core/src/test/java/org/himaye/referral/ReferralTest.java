package org.himaye.referral;

import static org.himaye.referral.Referrals.NOON;
import static org.himaye.referral.Referrals.OTHER_INSTITUTION;
import static org.himaye.referral.Referrals.RECEIVER;
import static org.himaye.referral.Referrals.RECEIVER_SUB;
import static org.himaye.referral.Referrals.SENDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.casefile.Urgency;
import org.himaye.confidentiality.KeyOwner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a referral, domain.md 2.2. */
class ReferralTest {

    private static Acceptance checked() {
        return new Acceptance(UUID.randomUUID(), RECEIVER_SUB, true, true);
    }

    @Test
    void sendingStartsTheReceiversTime() {
        Referral referral = Referrals.draft();

        referral.send(Urgency.IMMEDIATE, Duration.ofHours(2), Duration.ofHours(4), SENDER, NOON);

        assertEquals(ReferralStatus.SENT, referral.status());
        assertEquals(NOON.plus(Duration.ofHours(2)), referral.dueAt());
        referral.acknowledge(RECEIVER_SUB, NOON.plusSeconds(1));
        assertEquals(NOON.plus(Duration.ofHours(4)), referral.dueAt());
    }

    @Test
    void onlyAnAcknowledgedReferralIsDecided() {
        Referral referral = Referrals.sent(Urgency.NORMAL);

        assertThrows(TransitionNotAllowed.class, () -> referral.accept(checked(), RECEIVER_SUB, NOON));
        assertThrows(
                TransitionNotAllowed.class,
                () -> referral.decline(
                        new Decline(ReferralReason.NOT_MANDATE, OTHER_INSTITUTION, false), RECEIVER_SUB, NOON));
        assertThrows(
                TransitionNotAllowed.class, () -> referral.giveBack(List.of(MissingItem.CONSENT), RECEIVER_SUB, NOON));
        assertEquals(ReferralStatus.SENT, referral.status());
    }

    @Test
    void acceptedReferralPassesToTheKeyOfItsCase() {
        Referral referral = Referrals.acknowledged(Urgency.NORMAL);
        Acceptance acceptance = checked();
        assertEquals(KeyOwner.referral(referral.id()), referral.keyOwner());

        referral.accept(acceptance, RECEIVER_SUB, NOON);

        assertEquals(KeyOwner.caseFile(acceptance.caseId()), referral.keyOwner());
        assertEquals(KeyOwner.referral(referral.id()), referral.ownKey());
        assertNull(referral.dueAt());
    }

    @Test
    void acceptingNeedsCapacityAndSafetyChecked() {
        Referral referral = Referrals.acknowledged(Urgency.NORMAL);

        assertThrows(
                ChecksNeeded.class,
                () -> referral.accept(
                        new Acceptance(UUID.randomUUID(), RECEIVER_SUB, true, false), RECEIVER_SUB, NOON));
        assertThrows(
                ChecksNeeded.class,
                () -> referral.accept(
                        new Acceptance(UUID.randomUUID(), RECEIVER_SUB, false, true), RECEIVER_SUB, NOON));
        assertEquals(ReferralStatus.ACKNOWLEDGED, referral.status());
    }

    @Test
    void acceptedReferralCannotBeWithdrawn() {
        Referral referral = Referrals.acknowledged(Urgency.NORMAL);
        referral.accept(checked(), RECEIVER_SUB, NOON);

        assertThrows(TransitionNotAllowed.class, () -> referral.withdraw(ReferralReason.DUPLICATE, SENDER, NOON));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralReason.class,
            names = {"NO_CAPACITY", "NOT_MANDATE", "SAFETY_CONFLICT"})
    void decliningLeavesNobodyWithoutAWayOn(ReferralReason reason) {
        Referral referral = Referrals.acknowledged(Urgency.NORMAL);

        assertThrows(
                AlternativeNeeded.class, () -> referral.decline(new Decline(reason, null, false), RECEIVER_SUB, NOON));
        assertThrows(
                AlternativeNeeded.class,
                () -> referral.decline(new Decline(reason, RECEIVER, true), RECEIVER_SUB, NOON),
                "the institution itself is no way on");
        referral.decline(new Decline(reason, OTHER_INSTITUTION, false), RECEIVER_SUB, NOON);
        assertEquals(ReferralStatus.DECLINED, referral.status());
        assertEquals(OTHER_INSTITUTION, referral.alternativeInstitution());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralReason.class,
            names = {"PERSON_REFUSED", "DUPLICATE"})
    void aRefusalOfThePersonOrADuplicateNeedsNoAlternative(ReferralReason reason) {
        Referral referral = Referrals.acknowledged(Urgency.IMMEDIATE);

        referral.decline(new Decline(reason, null, false), RECEIVER_SUB, NOON);

        assertEquals(reason, referral.reason());
    }

    @Test
    void immediateDangerIsNotDeclinedForPlacesUntilTheAlternativeAgreed() {
        Referral referral = Referrals.acknowledged(Urgency.IMMEDIATE);

        assertThrows(
                AlternativeMustAgree.class,
                () -> referral.decline(
                        new Decline(ReferralReason.NO_CAPACITY, OTHER_INSTITUTION, false), RECEIVER_SUB, NOON));
        referral.decline(new Decline(ReferralReason.NO_CAPACITY, OTHER_INSTITUTION, true), RECEIVER_SUB, NOON);
        assertEquals(ReferralStatus.DECLINED, referral.status());
    }

    @Test
    void aReasonForWithdrawingIsNoneForDeclining() {
        Referral referral = Referrals.acknowledged(Urgency.NORMAL);

        assertThrows(
                ReasonNeeded.class,
                () -> referral.decline(
                        new Decline(ReferralReason.SENT_BY_MISTAKE, OTHER_INSTITUTION, true), RECEIVER_SUB, NOON));
        assertThrows(ReasonNeeded.class, () -> referral.withdraw(ReferralReason.NO_CAPACITY, SENDER, NOON));
        assertThrows(ReasonNeeded.class, () -> referral.withdraw(null, SENDER, NOON));
    }

    /** BR-034: a return names items, and the completed referral starts anew. */
    @Test
    void returnedReferralIsSentAgain() {
        Referral referral = Referrals.acknowledged(Urgency.NORMAL);
        assertThrows(MissingItemsNeeded.class, () -> referral.giveBack(List.of(), RECEIVER_SUB, NOON));

        referral.giveBack(List.of(MissingItem.CONSENT, MissingItem.DUTY_PHONE), RECEIVER_SUB, NOON);

        assertTrue(referral.status().unsent());
        assertEquals(List.of(MissingItem.DUTY_PHONE, MissingItem.CONSENT), referral.missingItems());
        referral.send(Urgency.NORMAL, Duration.ofHours(24), Duration.ofHours(72), SENDER, NOON.plusSeconds(9));
        assertEquals(ReferralStatus.SENT, referral.status());
        assertNull(referral.acknowledgedAt());
        assertTrue(referral.missingItems().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralStatus.class,
            names = {"SENT", "ACKNOWLEDGED", "RETURNED"})
    void senderMayWithdrawUntilItIsDecided(ReferralStatus status) {
        assertTrue(status.next().contains(ReferralStatus.WITHDRAWN));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferralStatus.class,
            names = {"DECLINED", "WITHDRAWN", "COMPLETED", "ENDED_EARLY", "EXPIRED"})
    void anEndedReferralStaysEnded(ReferralStatus status) {
        assertTrue(status.next().isEmpty());
        assertFalse(status.unsent());
        assertFalse(status.waiting());
    }

    @Test
    void onlyAnUnsentReferralCanBeSent() {
        for (ReferralStatus status : ReferralStatus.values()) {
            assertEquals(
                    EnumSet.of(ReferralStatus.DRAFT, ReferralStatus.RETURNED).contains(status),
                    status.next().contains(ReferralStatus.SENT),
                    status.name());
        }
    }
}
