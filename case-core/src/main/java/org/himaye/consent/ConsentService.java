package org.himaye.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.Deadlines;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** Explains rights, records what the person agrees to, refuses and takes back. */
@Stateless
@PermitAll
public class ConsentService {

    @Inject
    private ConsentRepository consents;

    @Inject
    private Consents rules;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Rows(
            CaseFacts facts, List<Consent> consents, List<RightsBriefing> briefings, LocalDate proposedEnd) {}

    /** What was answered on this case, with what the form for a new answer needs. */
    @Act(Permission.CONSENT_RECORD)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ConsentList open(CaseNumber number) {
        Rows rows = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Rows(
                    facts,
                    consents.of(facts.caseId()),
                    consents.briefings(facts.caseId()),
                    rules.proposedEnd(ConsentScope.DATA_PROCESSING));
        });
        CaseHeader header = headers.of(rows.facts(), null);
        List<RevealedRow> shown = gate.open(rows.facts().policy(), null, rows.consents());
        return new ConsentList(
                header,
                IntStream.range(0, shown.size())
                        .mapToObj(i -> row(rows.consents().get(i), shown.get(i)))
                        .toList(),
                rows.briefings().stream()
                        .map(b -> new ConsentList.Briefing(
                                b.textVersion(), b.language(), b.interpreter(), b.explainedAt()))
                        .toList(),
                rows.facts().child(),
                rows.proposedEnd(),
                rows.facts().spoken());
    }

    private ConsentRow row(Consent consent, RevealedRow shown) {
        return new ConsentRow(
                consent.id(),
                consent.version(),
                consent.scope(),
                consent.statusOn(clock.today()),
                consent.givenBy(),
                consent.language(),
                consent.answeredAt(),
                consent.validTo(),
                consent.replaced(clock.today()),
                shown.get("refusedReason"));
    }

    /**
     * Records an answer; the same id again changes nothing. A refusal of POLICE_NOTIFICATION ends its deadline: nobody is pressed.
     *
     * @throws InterpreterIsParty when who interpreted has a part in the story
     * @throws ChildNeedsGuardian when a child alone would have to agree
     * @throws AdultAnswersAlone when somebody else answers for an adult
     * @throws ConsentPeriodWrong when it ends before it begins or lasts longer than five years
     */
    @Act(value = Permission.CONSENT_RECORD, action = Action.CREATE)
    public void record(CaseNumber number, ConsentAnswer answer) {
        CaseFacts facts = access.require(number);
        if (answer.scope().namesAnObject()) {
            throw new Refused(AccessReason.SCOPE_NEEDS_OBJECT);
        }
        Consent consent = rules.record(facts, answer);
        record.on("consent", consent.id());
        if (answer.scope() == ConsentScope.POLICE_NOTIFICATION && !answer.given()) {
            deadlines.met(facts.caseId(), DeadlineKind.NOTIFY_SPECIAL_UNIT);
        }
    }

    /** The person takes a consent back: at once, for the future, without a reason. */
    @Act(value = Permission.CONSENT_RECORD, action = Action.UPDATE)
    public void withdraw(CaseNumber number, UUID consentId, int version) {
        CaseFacts facts = access.require(number);
        Consent consent = consents.find(consentId)
                .filter(c -> c.caseId().equals(facts.caseId()))
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        ChangedMeanwhile.check(consent, version);
        record.on("consent", consent.id());
        rules.withdraw(consent);
    }

    /**
     * Notes that rights, confidentiality and its limits were explained; the same id again changes nothing.
     *
     * @param language what was spoken
     * @param shown in which language the text stood on the page
     * @throws Refused when there is no such case or the id is that of another's
     * @throws RightsTextNotRead when there is a text in the language that was spoken and another one was shown
     */
    @Act(value = Permission.CONSENT_RECORD, action = Action.CREATE)
    public void explained(
            CaseNumber number, UUID id, SpokenLanguage language, SpokenLanguage shown, boolean interpreter) {
        RightsBriefing.rules(language, shown).hold();
        CaseFacts facts = access.require(number);
        record.on("rights_briefing", id);
        RightsBriefing same = consents.briefing(id).orElse(null);
        if (same != null && !same.belongsTo(facts.caseId())) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        if (same == null) {
            consents.add(new RightsBriefing(
                    id, facts.caseId(), language, interpreter, caller.get().sub(), clock.instant()));
        }
    }
}
