package org.himaye.disclosure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Unseen;
import org.himaye.shared.BusinessClock;

/** What the services of this capability have in common, within their own act. Must run within a transaction. */
@Dependent
class Disclosures {

    @Inject
    private DisclosureRepository rows;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseFiles files;

    @Inject
    private BusinessClock clock;

    @Inject
    private FieldPolicy policy;

    @Inject
    private Gate gate;

    @Inject
    private Unseen unseen;

    @Inject
    private ActRecord record;

    /** @throws Refused when there is no such line or the caller may not know of it: the same answer */
    Disclosure require(DisclosureNumber number) {
        Disclosure row = rows.find(number).orElseThrow(() -> unseen.refuse(Disclosure.TABLE, number.text()));
        record.on(Disclosure.TABLE, row.id());
        return row;
    }

    Disclosure requireFresh(DisclosureNumber number, int version) {
        Disclosure row = require(number);
        ChangedMeanwhile.check(row, version);
        return row;
    }

    /**
     * The case that it is about; null where nobody is known.
     *
     * @throws Refused when the caller has no relation to it
     */
    CaseFacts facts(Disclosure row) {
        return row.known() ? access.require(new CaseNumber(row.caseNumber())) : null;
    }

    /** What this receiver may get at most. */
    List<DisclosedField> most(ReceiverKind receiver) {
        return DisclosedField.of(policy.released(receiver.name()));
    }

    List<DisclosedField> least() {
        return DisclosedField.of(policy.releasedInDanger());
    }

    /**
     * The consent on which it rests, today.
     *
     * @param decided whether it must cover all that goes; before the decision some of what was asked for
     * @throws DisclosureConsentNotInForce when it was not given, was taken back or has expired
     * @throws ConsentForAnother when it names another receiver or purpose
     * @throws ConsentNotForClasses when it does not cover the classes
     */
    void requireConsent(Disclosure row, boolean decided) {
        DisclosureConsent terms = rows.consent(row.consentId()).orElseThrow(DisclosureConsentNotInForce::new);
        terms.requireFor(row);
        if (rows.consents(row, clock.today()).stream()
                .noneMatch(each -> each.id().equals(terms.id()))) {
            throw new DisclosureConsentNotInForce();
        }
        List<DataClass> classes = (decided ? row.fields() : row.wantedFields())
                .stream().map(each -> gate.classOf(each.attribute())).toList();
        if (!(decided ? terms.covers(classes) : terms.touches(classes))) {
            throw new ConsentNotForClasses();
        }
    }

    /** A step in the history of the case. */
    void step(Disclosure row, DisclosureState from) {
        if (row.known() && row.state() != from) {
            files.step(row.caseId(), Disclosure.TABLE, row.id(), from, row.state(), row.receiver());
        }
    }
}
