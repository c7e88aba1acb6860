package org.himaye.disclosure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import org.himaye.confidentiality.ReleaseGround;
import org.himaye.confidentiality.Unseen;
import org.himaye.document.RedactedCopies;
import org.himaye.document.RedactedCopy;
import org.himaye.shared.BusinessClock;

/** What the services of this capability have in common, within their own act. Must run within a transaction. */
@Dependent
class Disclosures {

    @Inject
    private DisclosureRepository rows;

    @Inject
    private RedactedCopies copies;

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

    /** What this receiver may get at most, on this ground. */
    List<DisclosedField> most(ReceiverKind receiver, ReleaseGround ground) {
        return DisclosedField.of(policy.released(receiver.name(), ground));
    }

    /**
     * On what it rests, today: the consent, and that nothing is recorded against the guardian whose word it is.
     *
     * @param facts of its case, null where nobody is known
     * @param decided as {@link #requireConsent}
     */
    void requireGround(Disclosure row, CaseFacts facts, boolean decided) {
        if (row.ground() == DisclosureBasis.GUARDIAN_AND_BID && conflictRecorded(row)) {
            throw new GuardianInConflict();
        }
        if (row.consentId() != null) {
            requireConsent(row, facts, decided);
        }
    }

    /**
     * The consent on which it rests, today.
     *
     * @param decided whether it must cover all that goes; before the decision some of what was asked for
     * @throws DisclosureConsentNotInForce when it was not given, was taken back or has expired
     * @throws ConsentForAnother when it names another receiver or purpose
     * @throws ConsentNotForClasses when it does not cover the classes
     * @throws GuardianInConflict when a guardian gave it against whom something is recorded
     */
    private void requireConsent(Disclosure row, CaseFacts facts, boolean decided) {
        DisclosureConsent terms = rows.consent(row.consentId()).orElseThrow(DisclosureConsentNotInForce::new);
        terms.requireFor(row);
        if (rows.consents(row, clock.today()).stream()
                .noneMatch(each -> each.id().equals(terms.id()))) {
            throw new DisclosureConsentNotInForce();
        }
        if (rows.givenByGuardian(terms.id()) && conflictRecorded(row)) {
            throw new GuardianInConflict();
        }
        Stream<DataClass> fields =
                (decided ? row.fields() : row.wantedFields()).stream().map(each -> gate.classOf(each.attribute()));
        Stream<DataClass> papers = row.documents().stream()
                .flatMap(each -> copies.find(facts, each).stream())
                .map(RedactedCopy::dataClass);
        List<DataClass> classes = Stream.concat(fields, papers).toList();
        if (!(decided ? terms.covers(classes) : terms.touches(classes))) {
            throw new ConsentNotForClasses();
        }
    }

    /** Redacted copies that can go to this receiver on this ground, as far as the caller may know of them. */
    List<RedactedCopy> papers(Disclosure row, CaseFacts facts) {
        Set<String> most = policy.released(row.receiver().name(), row.ground().release());
        return copies.inSight(facts).stream()
                .filter(each -> most.contains(each.attribute()))
                .toList();
    }

    /** Those of the decision that still count. */
    List<RedactedCopy> decided(Disclosure row, CaseFacts facts) {
        return row.documents().stream()
                .flatMap(each -> copies.find(facts, each).stream())
                .toList();
    }

    /** @throws PaperOutsideLimit when one cannot go there */
    void requirePapers(Disclosure row, CaseFacts facts) {
        if (!row.documents().isEmpty()
                && !papers(row, facts).stream().map(RedactedCopy::id).toList().containsAll(row.documents())) {
            throw new PaperOutsideLimit();
        }
    }

    /** As the request itself says, or else what was found at the last one of the case at which somebody asked. */
    boolean conflictRecorded(Disclosure row) {
        return Boolean.TRUE.equals(row.guardianConflict()) || rows.lastConflict(row);
    }

    /** A step in the history of the case. */
    void step(Disclosure row, DisclosureState from) {
        if (row.known() && row.state() != from) {
            files.step(row.caseId(), Disclosure.TABLE, row.id(), from, row.state(), row.receiver());
        }
    }
}
