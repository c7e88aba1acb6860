package org.himaye.link;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.consent.ConsentGiver;
import org.himaye.consent.ConsentMethod;
import org.himaye.person.SpokenLanguage;

/** One question of one house to another about one person, and what became of it. Codes only. */
@Entity
@Table(name = "person_link")
public class PersonLink extends Row {

    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "institution_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID institutionId;

    @Column(name = "asked_institution_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID askedInstitutionId;

    /** Known once it is confirmed. */
    @Column(name = "asked_case_id")
    @Confidential(OPERATIONAL)
    private UUID askedCaseId;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private LinkState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "given_by", updatable = false)
    @Confidential(OPERATIONAL)
    private ConsentGiver givenBy;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private ConsentMethod method;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private SpokenLanguage language;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private boolean interpreter;

    /** Last day, inclusive. */
    @Column(name = "valid_to", updatable = false)
    @Confidential(OPERATIONAL)
    private LocalDate validTo;

    @Column(name = "answered_by")
    @Confidential(OPERATIONAL)
    private UUID answeredBy;

    @Column(name = "answered_at")
    @Confidential(OPERATIONAL)
    private Instant answeredAt;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private LinkDecline declined;

    @Enumerated(EnumType.STRING)
    @Column(name = "confirmed_given_by")
    @Confidential(OPERATIONAL)
    private ConsentGiver confirmedGivenBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "confirmed_method")
    @Confidential(OPERATIONAL)
    private ConsentMethod confirmedMethod;

    @Enumerated(EnumType.STRING)
    @Column(name = "confirmed_language")
    @Confidential(OPERATIONAL)
    private SpokenLanguage confirmedLanguage;

    @Column(name = "confirmed_interpreter")
    @Confidential(OPERATIONAL)
    private Boolean confirmedInterpreter;

    @Column(name = "confirmed_valid_to")
    @Confidential(OPERATIONAL)
    private LocalDate confirmedValidTo;

    @Column(name = "ended_by")
    @Confidential(OPERATIONAL)
    private UUID endedBy;

    @Column(name = "ended_at")
    @Confidential(OPERATIONAL)
    private Instant endedAt;

    protected PersonLink() {}

    PersonLink(UUID id, CaseFacts of, UUID asked, LinkAgreement agreement, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = of.caseId();
        this.institutionId = of.institution();
        this.askedInstitutionId = asked;
        this.state = LinkState.ASKED;
        this.givenBy = agreement.givenBy();
        this.method = agreement.method();
        this.language = agreement.language();
        this.interpreter = agreement.interpreter();
        this.validTo = agreement.validTo();
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /**
     * @param own case of the house that was asked
     * @param agreement what the person says there
     */
    void confirm(UUID own, LinkAgreement agreement, UUID by, Instant at) {
        answered(LinkState.LINKED, by, at);
        askedCaseId = own;
        confirmedGivenBy = agreement.givenBy();
        confirmedMethod = agreement.method();
        confirmedLanguage = agreement.language();
        confirmedInterpreter = agreement.interpreter();
        confirmedValidTo = agreement.validTo();
    }

    void decline(LinkDecline reason, UUID by, Instant at) {
        answered(LinkState.DECLINED, by, at);
        declined = reason;
    }

    private void answered(LinkState next, UUID by, Instant at) {
        if (state != LinkState.ASKED) {
            throw new TransitionNotAllowed(state, next);
        }
        state = next;
        answeredBy = by;
        answeredAt = at;
        touched(by, at);
    }

    /** Taken back, answered or not; a second time changes nothing. */
    void end(UUID by, Instant at) {
        if (state != LinkState.ENDED) {
            state = LinkState.ENDED;
            endedBy = by;
            endedAt = at;
            touched(by, at);
        }
    }

    /** True on the two cases that it is about. */
    boolean on(UUID asked) {
        return caseId.equals(asked) || asked.equals(askedCaseId);
    }
}
