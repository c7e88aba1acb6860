package org.himaye.referral;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;

/** One step of a referral, kept for ever; by whom it was taken is for the institution, never for the sender. */
@Entity
@Table(name = "referral_step")
public class ReferralStep extends Row {

    @Column(name = "referral_id")
    @Confidential(OPERATIONAL)
    private UUID referralId;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_status")
    @Confidential(OPERATIONAL)
    private ReferralStatus from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_status")
    @Confidential(OPERATIONAL)
    private ReferralStatus to;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private ReferralReason reason;

    protected ReferralStep() {}

    ReferralStep(Referral referral, ReferralStatus from, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.referralId = referral.id();
        this.from = from;
        this.to = referral.status();
        this.reason = referral.reason();
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.referral(referralId);
    }

    ReferralStatus to() {
        return to;
    }
}
