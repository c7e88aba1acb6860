package org.himaye.audit;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.himaye.accesslog.AccessEntry;
import org.himaye.accesslog.AccessQuery;
import org.himaye.accesslog.AccessTrail;
import org.himaye.breakglass.Verdict;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Role;
import org.himaye.confidentiality.Row;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.Rules;
import org.himaye.shared.ShortTransaction;
import org.himaye.shared.TypedText;
import org.himaye.unusual.UnusualService;
import org.himaye.unusual.UnusualSubject;

/** Questions of auditors about accesses: asked, answered by the house, decided. Never by the one whose accesses are asked about. */
@Stateless
@PermitAll
public class AuditService {

    /** Lines of a page. */
    static final int ROWS = 25;

    /** Accesses that a page shows; the rest is counted. */
    static final int SHOWN = 50;

    @Inject
    private AuditRepository findings;

    @Inject
    private AccessTrail trail;

    @Inject
    private UnusualService unusuals;

    @Inject
    private Gate gate;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Configuration configuration;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Found(AuditFinding finding, List<FindingStep> steps, AuditRepository.Around around) {

        Optional<FindingStep> step(StepKind kind) {
            return steps.stream().filter(step -> step.is(kind)).findFirst();
        }

        FindingState state() {
            return step(StepKind.VERDICT).isPresent()
                    ? FindingState.CLOSED
                    : steps.isEmpty() ? FindingState.ASKED : FindingState.ANSWERED;
        }
    }

    /** Whose accesses, and which. */
    private record Subject(AuditRepository.Colleague colleague, String caseNumber, AccessTrail.Found found) {}

    /** One page of findings, the newest first: all, or those of the house. */
    @Act(value = Permission.AUDIT_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(NOT_SUPPORTED)
    public PageOf<FindingLine> list(FindingState state, PageAsked page) {
        PageOf<FindingLine> found = transaction.read(() -> findings.page(state, page, ROWS));
        gate.list(
                found.rows().stream()
                        .filter(line -> line.caseId() != null)
                        .map(line -> new Link(line.caseId(), null))
                        .toList(),
                AuditFinding.TABLE,
                found.rows().isEmpty() ? Map.of() : Map.of("reference", OPERATIONAL, "colleague", OPERATIONAL));
        record.rows(found.rows().size());
        return found;
    }

    /**
     * What a question about these accesses would be about.
     *
     * @param query of one account ({@code who} is its subject); every other part narrows it
     * @throws Refused when there is no such colleague, it is the own account, or no account
     */
    @Act(value = Permission.AUDIT_ASK, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public FindingDraft begin(AccessQuery query) {
        return draft(of(query, SHOWN));
    }

    /**
     * What a question about something unusual would be about: the accesses that the machine found.
     *
     * @throws Refused when there is none, or it is about the caller's own accesses
     */
    @Act(value = Permission.AUDIT_ASK, action = Action.EDIT)
    @TransactionAttribute(NOT_SUPPORTED)
    public FindingDraft beginUnusual(UUID unusual) {
        return draft(of(unusual, SHOWN));
    }

    private FindingDraft draft(Subject subject) {
        AccessTrail.Found found = subject.found();
        note(found.newest(), found.links());
        return new FindingDraft(
                subject.caseNumber(),
                subject.colleague().name(),
                found.newest(),
                found.events().size(),
                found.complete());
    }

    private Subject of(AccessQuery query, int shown) {
        AuditRepository.Colleague colleague = transaction.read(() -> colleague(query.account()));
        AccessTrail.Found found = trail.newest(query, AuditFinding.MOST_EVENTS, shown);
        return new Subject(
                colleague, found.caseId() == null ? null : query.checked().number(), found);
    }

    private Subject of(UUID unusual, int shown) {
        UnusualSubject about = transaction.read(() -> unusuals.about(unusual));
        AuditRepository.Colleague colleague = transaction.read(() -> colleague(Optional.of(about.account())));
        if (about.erased()) {
            throw new WordsErased();
        }
        return new Subject(
                colleague,
                about.caseNumber(),
                trail.of(about.caseId(), about.events(), about.first(), about.last(), shown));
    }

    private AuditRepository.Colleague colleague(Optional<UUID> account) {
        AuditRepository.Colleague colleague =
                account.flatMap(findings::colleague).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        if (colleague.sub().equals(currentCaller.get().sub())) {
            throw new Refused(AccessReason.OWN_ACCESS);
        }
        return colleague;
    }

    /** Who is barred from a case asks nothing about it: the finding would not be met. */
    private UUID demandNotBarred(UUID caseId) {
        if (caseId != null && findings.barred(caseId)) {
            throw new Refused(AccessReason.RESTRICTED);
        }
        return caseId;
    }

    private void note(List<AccessEntry> entries, List<Link> links) {
        record.forPurpose(Purpose.QUALITY_AUDIT);
        links.forEach(link -> record.concerns(link.caseId(), link.personId()));
        if (!entries.isEmpty()) {
            trail.noteShown(!currentCaller.get().is(Role.SUPERVISOR));
        }
        record.rows(entries.size());
    }

    /**
     * Asks. What it is about are the events that fit now, the newest first.
     *
     * @param id made by the form, so that a double click asks once
     * @return its number
     * @throws NoAccessesFound when none fits
     * @throws WordsErased when it is about a case that was erased
     */
    @Act(value = Permission.AUDIT_ASK, action = Action.CREATE)
    public FindingNumber ask(UUID id, AccessQuery query, String question) {
        return findings.find(id).map(this::again).orElseGet(() -> ask(id, of(query, 1), words(question)));
    }

    /**
     * Asks about what the machine found, and nothing else: that is decided by it.
     *
     * @param id made by the form, so that a double click asks once
     * @return its number
     * @throws Refused when there is none, or it is about the caller's own accesses
     * @throws WordsErased when it is about a case that was erased
     * @throws org.himaye.unusual.VerdictStands when somebody said something of it
     */
    @Act(value = Permission.AUDIT_ASK, action = Action.CREATE)
    public FindingNumber askUnusual(UUID id, UUID unusual, String question) {
        return findings.find(id).map(this::again).orElseGet(() -> {
            FindingNumber asked = ask(id, of(unusual, 1), words(question));
            unusuals.asked(unusual, id);
            record.on(AuditFinding.TABLE, id);
            return asked;
        });
    }

    private FindingNumber again(AuditFinding same) {
        record.on(AuditFinding.TABLE, same.id());
        return same.reference();
    }

    private FindingNumber ask(UUID id, Subject subject, String words) {
        Caller caller = currentCaller.get();
        AccessTrail.Found found = subject.found();
        if (found.events().isEmpty()) {
            throw new NoAccessesFound();
        }
        demandNotBarred(found.caseId());
        if (found.caseId() != null && findings.erased(found.caseId())) {
            throw new WordsErased();
        }
        Instant now = clock.instant();
        AuditFinding finding = new AuditFinding(
                id,
                new AuditFinding.AskedAbout(
                        found.caseId(),
                        subject.caseNumber(),
                        subject.colleague().sub(),
                        found.events(),
                        found.first(),
                        found.last()),
                subject.colleague().institution(),
                BusinessClock.afterWorkingDays(now, configuration.number("audit.answer.working_days")),
                caller.sub(),
                now);
        gate.write(facts(finding), finding, Map.of("question", words));
        findings.add(finding);
        record.concerns(finding.caseId(), null);
        record.forPurpose(Purpose.QUALITY_AUDIT);
        return finding.reference();
    }

    private static String words(String typed) {
        String words = TypedText.of("words", typed, AuditFinding.WORDS_LENGTH);
        new Rules()
                .unless(
                        words != null && words.length() >= AuditFinding.WORDS_SHORTEST,
                        () -> new WordsTooShort(AuditFinding.WORDS_SHORTEST))
                .hold();
        return words;
    }

    /**
     * One finding with its accesses, its words and the reader's next step.
     *
     * @throws Refused when there is none, it is another house's, or about the reader's own accesses: the same answer
     */
    @Act(Permission.AUDIT_READ)
    @TransactionAttribute(NOT_SUPPORTED)
    public FindingView open(FindingNumber number) {
        Found found = transaction.read(() -> found(number));
        AuditFinding finding = found.finding();
        AccessTrail.Found accesses =
                trail.of(finding.caseId(), finding.events(), finding.firstAt(), finding.lastAt(), SHOWN);
        boolean auditor = !currentCaller.get().is(Role.SUPERVISOR);
        Set<String> numbers = finding.caseNumber() == null ? Set.of() : Set.of(finding.caseNumber());
        List<AccessEntry> entries = auditor
                ? accesses.newest()
                : accesses.newest().stream().map(entry -> entry.about(numbers)).toList();
        record.on(AuditFinding.TABLE, finding.id());
        record.concerns(finding.caseId(), null);
        note(entries, auditor ? accesses.links() : List.of());
        List<Row> rows = new ArrayList<>(List.of(finding));
        rows.addAll(found.steps());
        List<RevealedRow> words = gate.open(
                facts(finding), null, rows, row -> Set.of(row instanceof AuditFinding ? "question" : "words"));
        return view(found, entries, words);
    }

    private Found found(FindingNumber number) {
        AuditFinding finding = Optional.ofNullable(number)
                .flatMap(findings::find)
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        List<FindingStep> steps = findings.steps(finding);
        Set<UUID> people = new HashSet<>(Set.of(finding.colleague()));
        people.add(finding.createdBy());
        steps.forEach(step -> people.add(step.createdBy()));
        return new Found(finding, steps, findings.around(finding, people, currentCaller.get()));
    }

    /** Without the case: unsent text of this page stands under its author's key, and no auditor comes near that of a case. */
    private PolicyFacts facts(AuditFinding finding) {
        Relation relation = currentCaller.get().is(Role.SUPERVISOR) ? Relation.SAME_INSTITUTION : Relation.ANY;
        return new PolicyFacts(null, null, finding.institutionId(), Set.of(relation), Set.of());
    }

    private FindingView view(Found found, List<AccessEntry> entries, List<RevealedRow> words) {
        AuditFinding finding = found.finding();
        Caller caller = currentCaller.get();
        return new FindingView(
                finding.reference().text(),
                finding.caseNumber(),
                found.around().names().get(finding.colleague()),
                found.state(),
                finding.answerDueAt(),
                entries,
                finding.events().size(),
                finding.emergency(),
                said(found, finding, words, 0),
                said(found, StepKind.ANSWER, words),
                said(found, StepKind.VERDICT, words),
                found.step(StepKind.VERDICT).map(FindingStep::verdict).orElse(null),
                finding.erased(),
                caller.may(Permission.AUDIT_ANSWER) && found.around().answers(),
                caller.may(Permission.AUDIT_DECIDE) && found.around().decides());
    }

    private static FindingView.Said said(Found found, StepKind kind, List<RevealedRow> words) {
        return found.step(kind)
                .map(step -> said(found, step, words, 1 + found.steps().indexOf(step)))
                .orElse(null);
    }

    private static FindingView.Said said(Found found, Row row, List<RevealedRow> words, int place) {
        String attribute = place == 0 ? "question" : "words";
        return new FindingView.Said(
                words.get(place).get(attribute), found.around().names().get(row.createdBy()), row.createdAt());
    }

    /**
     * Answers, once.
     *
     * @throws Refused when there is no such finding or it is not the caller's to answer
     * @throws AlreadyAnswered when somebody else did
     * @throws WordsErased when its case was erased meanwhile
     */
    @Act(value = Permission.AUDIT_ANSWER, action = Action.UPDATE)
    public void answer(FindingNumber number, String answer) {
        findings.lock(number);
        Found found = found(number);
        record.on(AuditFinding.TABLE, found.finding().id());
        record.concerns(found.finding().caseId(), null);
        if (found.state() == FindingState.CLOSED) {
            throw new AlreadyClosed();
        }
        if (!found.steps().isEmpty()) {
            throw new AlreadyAnswered();
        }
        if (found.finding().erased()) {
            throw new WordsErased();
        }
        if (!found.around().answers()) {
            throw new Refused(AccessReason.NO_RELATION);
        }
        step(
                found.finding(),
                FindingStep.answer(found.finding(), currentCaller.get().sub(), clock.instant()),
                answer);
    }

    /**
     * Says what to think of it, with a sentence; after the answer, or when that is late. Without one where its case was erased.
     *
     * @throws Refused when there is no such finding, or the caller answered
     * @throws AlreadyClosed when somebody else did
     * @throws AnswerAwaited when nobody has answered and it is not late
     */
    @Act(value = Permission.AUDIT_DECIDE, action = Action.UPDATE)
    public void decide(FindingNumber number, Verdict verdict, String why) {
        findings.lock(number);
        Found found = found(number);
        record.on(AuditFinding.TABLE, found.finding().id());
        record.concerns(found.finding().caseId(), null);
        if (found.state() == FindingState.CLOSED) {
            throw new AlreadyClosed();
        }
        boolean erased = found.finding().erased();
        if (!erased && found.steps().isEmpty() && found.finding().answerDueAt().isAfter(clock.instant())) {
            throw new AnswerAwaited();
        }
        if (!found.around().decides()) {
            throw new Refused(AccessReason.OWN_ACCESS);
        }
        new Rules()
                .unless(verdict != null, () -> new AnswerMissing("verdict"))
                .keep(() -> {
                    if (!erased) {
                        words(why);
                    }
                })
                .hold();
        step(
                found.finding(),
                FindingStep.verdict(
                        found.finding(), verdict, currentCaller.get().sub(), clock.instant()),
                why);
        record.field(FindingStep.TABLE, "verdict", OPERATIONAL);
    }

    private void step(AuditFinding finding, FindingStep step, String typed) {
        gate.write(facts(finding), step, finding.erased() ? Map.of() : Map.of("words", words(typed)));
        findings.add(step);
        record.on(AuditFinding.TABLE, finding.id());
    }
}
