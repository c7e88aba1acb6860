package org.himaye.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.himaye.casefile.Urgency;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.Indicator;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;

/** Invented referrals for tests. */
final class Referrals {

    static final Instant NOON = Instant.parse("2026-03-02T08:00:00Z");
    static final UUID SENDER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    static final UUID RECEIVER_SUB = UUID.fromString("00000000-0000-4000-8000-000000000002");
    static final UUID RECEIVER = UUID.fromString("00000000-0000-4000-8000-000000000003");
    static final UUID OTHER_INSTITUTION = UUID.fromString("00000000-0000-4000-8000-000000000004");

    private Referrals() {}

    static Referral draft() {
        return new Referral(UUID.randomUUID(), ReferralNumber.random(), UUID.randomUUID(), RECEIVER, SENDER, NOON);
    }

    static Referral sent(Urgency urgency) {
        Referral referral = draft();
        referral.send(urgency, Duration.ofHours(24), Duration.ofHours(72), SENDER, NOON);
        return referral;
    }

    static Referral acknowledged(Urgency urgency) {
        Referral referral = sent(urgency);
        referral.acknowledge(RECEIVER_SUB, NOON.plusSeconds(60));
        return referral;
    }

    /** SC-01: an adult in a forced-labour workshop, in danger, who agrees. */
    static ReferralTold workshop() {
        return told(
                AgeGroup.ADULT,
                ConsentTold.YES,
                null,
                List.of(Indicator.IND09, Indicator.IND01, Indicator.IND07),
                null);
    }

    static ReferralTold told(
            AgeGroup age, ConsentTold consent, ConsentGround ground, List<Indicator> indicators, String reason) {
        return told("+994 12 000 00 03", age, consent, ground, indicators, reason);
    }

    static ReferralTold told(
            String phone,
            AgeGroup age,
            ConsentTold consent,
            ConsentGround ground,
            List<Indicator> indicators,
            String reason) {
        return new ReferralTold(
                phone,
                " at the station, until 18:00 ",
                age,
                Sex.FEMALE,
                SpokenLanguage.AZ,
                true,
                false,
                indicators,
                reason,
                List.of(ExploitationPurpose.FORCED_LABOUR),
                consent,
                ground,
                " ",
                null);
    }
}
