package org.himaye.subjectrequest;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.person.ContactPoint;
import org.himaye.retention.ErasureReason;
import org.himaye.retention.Erasures;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;
import org.himaye.shared.Rules;
import org.himaye.shared.ShortTransaction;
import org.himaye.shared.TypedText;

/**
 * Takes what the person asks of her own data, makes sure that it is she, and records what comes of it. What is to be done is done by the act
 * that is there for it; here stands that it was (domain.md 4.8).
 */
@Stateless
@PermitAll
public class SubjectRequestService {

    /** Longest word that the form takes; as the contact's rules. */
    private static final int WORD_LENGTH = ContactPoint.RULE_LENGTH;

    /** What a line of the list says, by name. */
    private static final List<String> LISTED = List.of("kind", "state", "receivedOn", "dueOn");

    @Inject
    private SubjectRequestRepository rows;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private CaseFiles files;

    @Inject
    private Erasures erasures;

    @Inject
    private Configuration configuration;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    /**
     * What she asked for so far.
     *
     * @throws Refused when there is no such case or the caller has no relation to it: the same answer
     */
    @Act(Permission.SUBJECTREQUEST_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public SubjectRequests list(CaseNumber number) {
        record Found(CaseFacts facts, List<SubjectRequestLine> rows) {}
        Found found = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Found(facts, rows.of(facts.caseId()));
        });
        CaseHeader header = headers.of(found.facts(), null);
        gate.open(found.facts().policy(), null, List.of());
        if (!found.rows().isEmpty()) {
            LISTED.forEach(each -> record.field(SubjectRequest.TABLE, each, DataClass.OPERATIONAL));
            record.rows(found.rows().size());
        }
        return new SubjectRequests(header, found.rows());
    }

    /** The form for a new one. */
    @Act(value = Permission.SUBJECTREQUEST_HANDLE, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public SubjectRequests openForEnter(CaseNumber number) {
        CaseFacts facts = transaction.read(() -> access.require(number));
        CaseHeader header = headers.of(facts, null);
        // Of the class of what will be typed, so that unsent text is kept for those who may write it.
        SubjectRequest fresh = new SubjectRequest(
                UUID.randomUUID(),
                facts.caseId(),
                new RequestEntry(null, null, null, null, null, false, null),
                null,
                currentCaller.get().sub(),
                clock.instant());
        gate.open(facts.policy(), null, List.of(fresh), Set.of("words"));
        return new SubjectRequests(header, List.of());
    }

    /**
     * Takes a request. Its term runs from the day on which she asked.
     *
     * @param id made by the form, so that a double click enters once
     */
    @Act(value = Permission.SUBJECTREQUEST_HANDLE, action = Action.CREATE)
    public void enter(CaseNumber number, UUID id, RequestEntry asked) {
        CaseFacts facts = access.require(number);
        SubjectRequest same = rows.find(id).orElse(null);
        if (same != null) {
            if (!same.belongsTo(facts.caseId())
                    || !same.createdBy().equals(currentCaller.get().sub())) {
                throw new Refused(AccessReason.FOREIGN_ID);
            }
            gate.changed(facts.policy(), same, Set.of("kind"));
            return;
        }
        asked.rules(clock.today()).hold();
        SubjectRequest row = new SubjectRequest(
                id,
                facts.caseId(),
                asked,
                asked.receivedOn().plusDays(configuration.number("subject_request.days")),
                currentCaller.get().sub(),
                clock.instant());
        Map<String, Object> words = new HashMap<>();
        words.put("words", asked.words());
        gate.write(facts.policy(), row, words);
        rows.add(row);
        changed(facts, row, null, "kind", "dueOn");
    }

    private record Found(CaseFacts facts, SubjectRequest row, Map<UUID, String> names) {}

    /**
     * One request.
     *
     * @throws Refused when there is none in this case, or as {@link #list}
     */
    @Act(Permission.SUBJECTREQUEST_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public SubjectRequestView open(CaseNumber number, UUID id) {
        Found found = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            SubjectRequest row = require(facts, id);
            return new Found(facts, row, rows.names(row));
        });
        CaseHeader header = headers.of(found.facts(), null);
        SubjectRequest row = found.row();
        gate.inClear(row);
        RevealedRow sealed = gate.open(found.facts().policy(), null, List.of(row), Set.of("words", "hiddenNames"))
                .getFirst();
        return new SubjectRequestView(
                header,
                row.id(),
                row.version(),
                row.kind(),
                row.state(),
                row.receivedOn(),
                row.receivedHow(),
                row.form(),
                row.language(),
                row.interpreter(),
                sealed.get("words"),
                row.dueOn(),
                row.extension(),
                found.names().get(row.createdBy()),
                row.proof(),
                found.names().get(row.verifiedBy()),
                row.outcome(),
                row.grounds(),
                sealed.get("hiddenNames"),
                found.names().get(row.preparedBy()),
                found.names().get(row.decidedBy()),
                row.deliveredAt(),
                row.deliveredForm(),
                row.deliveredLanguage(),
                steps(row),
                List.copyOf(row.kind().grounds()));
    }

    private SubjectRequest require(CaseFacts facts, UUID id) {
        return rows.find(id)
                .filter(row -> row.belongsTo(facts.caseId()))
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
    }

    private Set<SubjectRequestStep> steps(SubjectRequest row) {
        Set<SubjectRequestStep> steps = EnumSet.noneOf(SubjectRequestStep.class);
        boolean handles = may(Permission.SUBJECTREQUEST_HANDLE);
        boolean decides = may(Permission.SUBJECTREQUEST_DECIDE)
                && row.state() == SubjectRequestState.PREPARED
                && row.kind().needsAnother(row.outcome())
                && row.mayDecide(currentCaller.get().sub());
        add(steps, SubjectRequestStep.VERIFY, handles && row.state() == SubjectRequestState.RECEIVED);
        add(
                steps,
                SubjectRequestStep.PREPARE,
                handles && (row.state() == SubjectRequestState.IDENTITY_VERIFIED || row.outdated(clock.instant())));
        add(steps, SubjectRequestStep.DECIDE, decides);
        boolean delivers = handles && row.deliverable() && !row.outdated(clock.instant());
        add(steps, SubjectRequestStep.DELIVER, delivers);
        add(
                steps,
                SubjectRequestStep.EXTEND,
                handles
                        && !row.state().over()
                        && row.extension() == null
                        && !row.dueOn().isBefore(clock.today()));
        boolean open = row.state().next().contains(SubjectRequestState.TAKEN_BACK);
        add(steps, SubjectRequestStep.TAKE_BACK, handles && open && row.takenBackByOne());
        add(steps, SubjectRequestStep.TAKE_BACK_BY_WORD, handles && open && !row.takenBackByOne());
        add(
                steps,
                SubjectRequestStep.CONFIRM_TAKEN_BACK,
                may(Permission.SUBJECTREQUEST_DECIDE)
                        && open
                        && row.mayDecide(currentCaller.get().sub()));
        add(steps, SubjectRequestStep.ANSWER, may(Permission.SUBJECTREQUEST_ANSWER) && (decides || delivers));
        return steps;
    }

    private static void add(Set<SubjectRequestStep> steps, SubjectRequestStep step, boolean turn) {
        if (turn) {
            steps.add(step);
        }
    }

    private boolean may(Permission permission) {
        return currentCaller.get().may(permission);
    }

    /**
     * Records how it was made sure that it is she.
     *
     * @param word that she said; asked for with {@link IdentityProof#CODE_WORD} alone
     * @throws CodeWordWrong when it is not the word of one of her contacts
     * @throws NoCodeWord when none was agreed with her
     */
    @Act(value = Permission.SUBJECTREQUEST_HANDLE, action = Action.UPDATE)
    public void verify(CaseNumber number, UUID id, int version, IdentityProof proof, String word) {
        CaseFacts facts = access.require(number);
        SubjectRequest row = fresh(facts, id, version);
        if (proof == IdentityProof.CODE_WORD) {
            requireWord(facts, word);
        }
        row.verify(proof, currentCaller.get().sub(), clock.instant());
        changed(facts, row, SubjectRequestState.RECEIVED, "proof");
    }

    private void requireWord(CaseFacts facts, String word) {
        String said = TypedText.of("word", word, WORD_LENGTH);
        new Rules().unless(said != null, () -> new AnswerMissing("word")).hold();
        List<ContactPoint> known = rows.withCodeWord(facts.personId());
        if (known.isEmpty()) {
            throw new NoCodeWord();
        }
        if (!gate.recognises(facts.policy(), known, "codeWord", said)) {
            throw new CodeWordWrong();
        }
    }

    private SubjectRequest fresh(CaseFacts facts, UUID id, int version) {
        SubjectRequest row = require(facts, id);
        ChangedMeanwhile.check(row, version);
        return row;
    }

    /** Prolongs the term, once. */
    @Act(value = Permission.SUBJECTREQUEST_HANDLE, action = Action.UPDATE)
    public void extend(CaseNumber number, UUID id, int version, ExtensionReason why) {
        CaseFacts facts = access.require(number);
        SubjectRequest row = fresh(facts, id, version);
        row.extend(
                why,
                configuration.number("subject_request.extension.days"),
                clock.today(),
                currentCaller.get().sub(),
                clock.instant());
        changed(facts, row, row.state(), "extension", "dueOn");
    }

    /**
     * Says what comes of it, and what is blacked out.
     *
     * @throws NotDoneYet when what is granted stands nowhere in the case
     * @throws OwnWordsFirst when a fact is disputed and her own words do not stand beside it
     * @throws PaymentStillOpen when an erasure is granted before a payment is over
     */
    @Act(value = Permission.SUBJECTREQUEST_HANDLE, action = Action.UPDATE)
    public void prepare(CaseNumber number, UUID id, int version, Preparation prepared) {
        CaseFacts facts = access.require(number);
        SubjectRequest row = fresh(facts, id, version);
        SubjectRequestState before = row.state();
        prepared.rules(row.kind()).hold();
        requireTrue(facts, row, prepared);
        row.prepare(prepared, currentCaller.get().sub(), clock.instant());
        Map<String, Object> names = new HashMap<>();
        names.put("hiddenNames", row.kind().asksForFile() ? prepared.hiddenNames() : null);
        gate.write(facts.policy(), row, names);
        changed(facts, row, before, "outcome", "grounds");
    }

    /** What another job does, a supervisor's restriction or erasure, is looked at when she decides. */
    private void requireTrue(CaseFacts facts, SubjectRequest row, Preparation prepared) {
        boolean granted = prepared.outcome() == RequestOutcome.GRANTED;
        if (prepared.grounds().contains(NarrowingGround.FACT_DISPUTED) && !rows.ownWords(row, facts.caseId())) {
            throw new OwnWordsFirst();
        }
        if (granted && row.kind() == SubjectRequestKind.ERASURE && rows.paymentOpen(facts.caseId())) {
            throw new PaymentStillOpen();
        }
        if (granted
                && row.kind() != SubjectRequestKind.RESTRICTION
                && !rows.done(row, facts.caseId(), facts.personId())) {
            throw new NotDoneYet();
        }
    }

    /**
     * Another person's word. An erasure that is granted is proposed with it, to the two who say yes to each (ADR 25).
     *
     * @param right false gives it back
     * @throws RequestNeedsAnother when the caller entered or prepared it
     * @throws NotDoneYet when a restriction is granted and there is none
     * @throws org.himaye.shared.BusinessException that says what is in the way of an erasure
     */
    @Act(value = Permission.SUBJECTREQUEST_DECIDE, action = Action.UPDATE)
    public void decide(CaseNumber number, UUID id, int version, Boolean right) {
        CaseFacts facts = access.require(number);
        SubjectRequest row = fresh(facts, id, version);
        boolean granted = Boolean.TRUE.equals(right) && row.outcome() == RequestOutcome.GRANTED;
        row.decide(right, currentCaller.get().sub(), clock.instant());
        if (granted
                && row.kind() == SubjectRequestKind.RESTRICTION
                && !rows.done(row, facts.caseId(), facts.personId())) {
            throw new NotDoneYet();
        }
        if (granted && row.kind() == SubjectRequestKind.ERASURE) {
            erasures.propose(row.id(), number, ErasureReason.PERSON_ASKED);
        }
        changed(facts, row, SubjectRequestState.PREPARED, "state");
    }

    /** Records that she has her answer. */
    @Act(value = Permission.SUBJECTREQUEST_HANDLE, action = Action.UPDATE)
    public void deliver(CaseNumber number, UUID id, int version, Delivery given) {
        CaseFacts facts = access.require(number);
        SubjectRequest row = fresh(facts, id, version);
        SubjectRequestState before = row.state();
        row.deliver(given, currentCaller.get().sub(), clock.instant());
        changed(facts, row, before, "state", "deliveredForm");
    }

    /**
     * She does not want it any more.
     *
     * @param word that she said; null before it is known to be hers, when it is no complaint
     * @throws RequestNeedsAnother when it is known and she said none
     * @throws CodeWordWrong and {@link NoCodeWord} as {@link #verify}
     */
    @Act(value = Permission.SUBJECTREQUEST_HANDLE, action = Action.UPDATE)
    public void takeBack(CaseNumber number, UUID id, int version, String word) {
        CaseFacts facts = access.require(number);
        SubjectRequest row = fresh(facts, id, version);
        boolean said = word != null && !word.isBlank();
        if (said) {
            requireWord(facts, word);
        }
        takenBack(facts, row, said);
    }

    /**
     * She told another person that she does not want it any more.
     *
     * @throws RequestNeedsAnother when the caller entered or prepared it
     */
    @Act(value = Permission.SUBJECTREQUEST_DECIDE, action = Action.UPDATE)
    public void confirmTakenBack(CaseNumber number, UUID id, int version) {
        CaseFacts facts = access.require(number);
        SubjectRequest row = fresh(facts, id, version);
        takenBack(facts, row, row.mayDecide(currentCaller.get().sub()));
    }

    private void takenBack(CaseFacts facts, SubjectRequest row, boolean sure) {
        SubjectRequestState before = row.state();
        row.takeBack(sure, currentCaller.get().sub(), clock.instant());
        changed(facts, row, before, "state");
    }

    private void changed(CaseFacts facts, SubjectRequest row, SubjectRequestState before, String... attributes) {
        gate.changed(facts.policy(), row, Set.of(attributes));
        if (row.state() != before) {
            files.step(facts.caseId(), SubjectRequest.TABLE, row.id(), before, row.state(), row.kind());
        }
    }
}
