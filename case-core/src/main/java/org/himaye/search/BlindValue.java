package org.himaye.search;

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
import org.himaye.confidentiality.KeyedHash;
import org.himaye.confidentiality.Row;

/** A number of a person as a keyed hash: equal numbers are found, none is read (domain.md 3.4). */
@Entity
@Table(name = "blind_value")
public class BlindValue extends Row {

    @Column(name = "person_id")
    @Confidential(OPERATIONAL)
    private UUID personId;

    /** Of a referral, whose person is not known yet; then there is no person. */
    @Column(name = "referral_id")
    @Confidential(OPERATIONAL)
    private UUID referralId;

    /** The row that holds the value itself: the person, one of the contact points, the referral. */
    @Column(name = "source_id")
    @Confidential(OPERATIONAL)
    private UUID sourceId;

    @Enumerated(EnumType.STRING)
    @Column(name = "use_of")
    @Confidential(OPERATIONAL)
    private KeyedHash.Use use;

    @Column(name = "hashed")
    @Confidential(OPERATIONAL)
    private String hashed;

    protected BlindValue() {}

    private BlindValue(UUID sourceId, KeyedHash.Use use, String hashed, UUID by, Instant at) {
        super(UUID.randomUUID(), by, at);
        this.sourceId = sourceId;
        this.use = use;
        this.hashed = hashed;
    }

    static BlindValue ofPerson(UUID person, UUID source, KeyedHash.Use use, String hashed, UUID by, Instant at) {
        BlindValue value = new BlindValue(source, use, hashed, by, at);
        value.personId = person;
        return value;
    }

    static BlindValue ofReferral(UUID referral, KeyedHash.Use use, String hashed, UUID by, Instant at) {
        BlindValue value = new BlindValue(referral, use, hashed, by, at);
        value.referralId = referral;
        return value;
    }

    @Override
    public KeyOwner keyOwner() {
        return referralId == null ? KeyOwner.person(personId) : KeyOwner.referral(referralId);
    }
}
