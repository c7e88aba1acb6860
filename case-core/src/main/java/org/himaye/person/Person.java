package org.himaye.person;

import static org.himaye.confidentiality.DataClass.IDENTITY;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.STATISTICAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.Confidential.Mask;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;

/**
 * One row for each human being (domain.md 3.3.2). Born with a neutral pseudonym and what the referral told; names and birth come
 * later, or never in anonymous mode (BR-041). The age band is derived when birth or stated age is written and kept beside the
 * sealed values, so that lists and statistics need not open them. No field for religion, ethnicity or orientation exists.
 */
@Entity
@Table(name = "person")
public class Person extends Row {

    public static final int NAME_LENGTH = 80;
    public static final int DOCUMENT_LENGTH = 40;

    @Confidential(OPERATIONAL)
    private String pseudonym;

    @Column(name = "family_name")
    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<String> familyName;

    @Column(name = "given_name")
    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<String> givenName;

    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<String> patronymic;

    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<String> aliases;

    /** Of the document that tells best who the person is; found again by it (domain.md 3.4). */
    @Column(name = "document_number")
    @Convert(converter = SealedConverter.class)
    @Confidential(value = IDENTITY, mask = Mask.LAST_TWO)
    private Sealed<String> documentNumber;

    @Column(name = "date_of_birth")
    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<LocalDate> dateOfBirth;

    @Column(name = "age_stated")
    @Convert(converter = SealedConverter.class)
    @Confidential(IDENTITY)
    private Sealed<Integer> ageStated;

    @Enumerated(EnumType.STRING)
    @Column(name = "age_basis")
    @Confidential(STATISTICAL)
    private AgeBasis ageBasis;

    @Enumerated(EnumType.STRING)
    @Column(name = "age_band")
    @Confidential(STATISTICAL)
    private AgeBand ageBand;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Sex sex;

    @Enumerated(EnumType.STRING)
    @Column(name = "nationality_status")
    @Confidential(STATISTICAL)
    private NationalityStatus nationalityStatus;

    @Convert(converter = Country.Several.class)
    @Confidential(STATISTICAL)
    private List<Country> countries;

    /** The best spoken first. */
    @Convert(converter = SpokenLanguage.Several.class)
    @Confidential(STATISTICAL)
    private List<SpokenLanguage> languages;

    @Column(name = "interpreter_needed")
    @Confidential(STATISTICAL)
    private Boolean interpreterNeeded;

    protected Person() {}

    /** @param pseudonym a neutral word and a number, from {@link Pseudonym} */
    public Person(
            UUID id,
            String pseudonym,
            AgeBand ageBand,
            AgeBasis ageBasis,
            Sex sex,
            List<SpokenLanguage> languages,
            UUID by,
            Instant at) {
        super(id, by, at);
        this.pseudonym = pseudonym;
        this.ageBand = ageBand;
        this.ageBasis = ageBasis;
        this.sex = sex;
        this.languages = languages;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.person(id());
    }

    public String pseudonym() {
        return pseudonym;
    }

    /** True for a child and for everyone who is presumed to be one (BR-011, BR-014). */
    public boolean child() {
        return ageBasis == AgeBasis.PRESUMED_CHILD || ageBand.child();
    }

    /** The age band follows the age that the caller has just written through the gate. */
    public void ageTold(AgeBand band, AgeBasis basis) {
        this.ageBand = band;
        this.ageBasis = basis;
    }
}
