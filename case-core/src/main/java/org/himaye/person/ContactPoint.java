package org.himaye.person;

import static org.himaye.confidentiality.DataClass.CONTACT_LOCATION;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.Confidential.Mask;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/**
 * A way to reach the person and the rules under which it may be used (domain.md 3.3.3). Limited in time, because what was safe in
 * spring may be in other hands by summer.
 */
@Entity
@Table(name = "contact_point")
public class ContactPoint extends Row {

    public static final int VALUE_LENGTH = 200;
    public static final int RULE_LENGTH = 120;

    @Column(name = "person_id")
    @Confidential(OPERATIONAL)
    private UUID personId;

    @Enumerated(EnumType.STRING)
    @Confidential(CONTACT_LOCATION)
    private ContactKind kind;

    @Column(name = "contact_value")
    @Convert(converter = SealedConverter.class)
    @Confidential(value = CONTACT_LOCATION, mask = Mask.LAST_TWO)
    private Sealed<String> value;

    @Enumerated(EnumType.STRING)
    @Confidential(CONTACT_LOCATION)
    private SafeToUse safe;

    @Column(name = "safe_hours")
    @Convert(converter = SealedConverter.class)
    @Confidential(CONTACT_LOCATION)
    private Sealed<String> safeHours;

    @Column(name = "who_may_answer")
    @Convert(converter = SealedConverter.class)
    @Confidential(CONTACT_LOCATION)
    private Sealed<String> whoMayAnswer;

    /** By it the person knows who calls. */
    @Column(name = "code_word")
    @Convert(converter = SealedConverter.class)
    @Confidential(CONTACT_LOCATION)
    private Sealed<String> codeWord;

    @Column(name = "message_allowed")
    @Confidential(CONTACT_LOCATION)
    private Boolean messageAllowed;

    /** Last day, inclusive; then it is asked again. */
    @Column(name = "valid_to")
    @Confidential(CONTACT_LOCATION)
    private LocalDate validTo;

    protected ContactPoint() {}

    public ContactPoint(UUID id, UUID personId, UUID by, Instant at) {
        super(id, by, at);
        this.personId = personId;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.person(personId);
    }

    public UUID personId() {
        return personId;
    }
}
