package org.himaye.reimbursement;

import static org.himaye.confidentiality.DataClass.FINANCIAL;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.Deadlines;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.PolicyFacts.Condition;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Revealed;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Role;
import org.himaye.confidentiality.Row;
import org.himaye.person.Person;
import org.himaye.reimbursement.ReimbursementRepository.Desk;
import org.himaye.reimbursement.ReimbursementRepository.Money;
import org.himaye.reimbursement.RequestDesk.Open;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageAsked;
import org.himaye.shared.PageOf;
import org.himaye.shared.ShortTransaction;

/** Asks for money and shows requests. The steps of reviewer, approver and payer are {@link ReimbursementDecisionService}'s. */
@Stateless
@PermitAll
public class ReimbursementService {

    /** Rows of one page of the queue. */
    public static final int PAGE = 50;

    /** Rows of one page of what the caller has done. */
    public static final int DONE = 20;

    private static final Set<String> STATE_ONLY = Set.of("reference", "state", "requestedAt");
    private static final Set<String> FACTS = Set.of(
            "reference",
            "state",
            "requestedAt",
            "kind",
            "amount",
            "payeeKind",
            "payeeName",
            "method",
            "iban",
            "number",
            "paidOn",
            "bankReference");
    private static final Set<String> EDITED = Set.of(
            "kind",
            "amount",
            "budgetSourceId",
            "payeeKind",
            "payeeName",
            "method",
            "iban",
            "state",
            "reference",
            "familyName",
            "givenName",
            "patronymic");

    @Inject
    private ReimbursementRepository requests;

    @Inject
    private RequestDesk desk;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseFiles files;

    @Inject
    private CaseHeaders headers;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Rows(CaseFacts facts, List<ReimbursementRequest> requests) {}

    private record Sheet(Open open, Money money, List<RequestView.Line> lines) {}

    private record Draft(
            CaseFacts facts,
            ReimbursementRequest request,
            Person person,
            ReimbursementRule rule,
            List<BudgetChoice> budgets) {}

    /**
     * The requests of a case, for who works on it or supervises it.
     *
     * @throws Refused also for finance, which sees requests in its queue and never the case
     */
    @Act(Permission.REIMBURSEMENT_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CaseReimbursements forCase(CaseNumber number) {
        Rows rows = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Rows(facts, requests.ofCase(facts.caseId()));
        });
        CaseHeader header = headers.of(rows.facts(), null);
        List<RevealedRow> shown = gate.open(
                rows.facts().policy(),
                null,
                rows.requests(),
                Set.of("reference", "kind", "amount", "state", "requestedAt"));
        return new CaseReimbursements(header, shown, currentCaller.get().may(Permission.REIMBURSEMENT_REQUEST));
    }

    /** What waits for the caller's step and a page of what the caller has done. One event names all cases. */
    @Act(value = Permission.REIMBURSEMENT_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ReimbursementQueue queue(PageAsked asked) {
        Caller caller = currentCaller.get();
        Desk mine = new Desk(
                caller.sub(),
                RequestDesk.finance(caller),
                caller.is(Role.SUPERVISOR),
                caller.institution(),
                ReimbursementState.waitingFor(caller).stream().map(Enum::name).toList());
        ReimbursementQueue queue = transaction.read(() -> {
            List<QueueRow> waiting = requests.waiting(mine, PAGE + 1);
            boolean more = waiting.size() > PAGE;
            return new ReimbursementQueue(
                    more ? List.copyOf(waiting.subList(0, PAGE)) : waiting,
                    more,
                    PageOf.found(requests.done(mine, asked, DONE + 1), DONE, asked, QueueRow::place));
        });
        List<Link> links = Stream.concat(queue.waiting().stream(), queue.done().rows().stream())
                .map(row -> new Link(row.caseId(), row.personId()))
                .toList();
        gate.list(
                links,
                RequestDesk.TABLE,
                queue.waiting().isEmpty()
                        ? Map.of("reference", OPERATIONAL, "state", OPERATIONAL)
                        : Map.of(
                                "reference",
                                OPERATIONAL,
                                "state",
                                OPERATIONAL,
                                "kind",
                                FINANCIAL,
                                "amount",
                                FINANCIAL));
        return queue;
    }

    /**
     * Opens one request: facts, steps so far and the budget line, as the reader may see them.
     *
     * @param purpose what the reader chose, or null
     * @param seen the version that is on the reader's screen: when a colleague decided since, number and state are still told; null
     *     for a page that opens
     * @throws Refused for an unknown number and for a request that is not the reader's business alike
     */
    @Act(Permission.REIMBURSEMENT_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RequestView open(RequestNumber number, Purpose purpose, Integer seen) {
        Caller caller = currentCaller.get();
        Sheet sheet = transaction.read(() -> {
            Open open = desk.open(number, seen);
            return new Sheet(
                    open,
                    requests.money(open.request()),
                    requests.decisions(open.request().id()));
        });
        ReimbursementRequest request = sheet.open().request();
        PolicyFacts facts = sheet.open().facts().policy();
        boolean finance = RequestDesk.finance(caller);
        boolean done = finance && !sheet.open().waits();
        RequestView.Budget budget = done || request.state().editable()
                ? null
                : figures(facts, purpose, sheet.money().line());
        List<Row> rows = new ArrayList<>(List.of(request));
        if (!done) {
            rows.addAll(sheet.money().instalments());
        }
        List<RevealedRow> shown = gate.open(facts, purpose, rows, done ? STATE_ONLY : FACTS);
        Set<ReimbursementStep> byJob = stepsOf(caller, request.state());
        Set<ReimbursementStep> steps = EnumSet.noneOf(ReimbursementStep.class);
        byJob.stream().filter(step -> !request.bars(caller.sub(), step)).forEach(steps::add);
        return new RequestView(
                number.text(),
                sheet.open().facts().number(),
                request.state(),
                request.version(),
                shown.get(0),
                shown.subList(1, shown.size()),
                finance
                        ? sheet.lines().stream()
                                .map(RequestView.Line::withoutName)
                                .toList()
                        : sheet.lines(),
                budget,
                steps,
                steps.size() < byJob.size(),
                done ? List.of() : policy.purposes(caller.role()));
    }

    private RequestView.Budget figures(PolicyFacts facts, Purpose purpose, BudgetSource source) {
        return new RequestView.Budget(
                BudgetChoice.of(source),
                figure(facts, purpose, "ceiling", source.ceiling()),
                figure(facts, purpose, "committed", source.committed()),
                figure(facts, purpose, "paid", source.paid()),
                figure(facts, purpose, "left", source.left()));
    }

    private Revealed<BigDecimal> figure(PolicyFacts facts, Purpose purpose, String name, BigDecimal value) {
        return gate.coded(facts, purpose, FINANCIAL, "budget_source", name, value);
    }

    private static Set<ReimbursementStep> stepsOf(Caller caller, ReimbursementState state) {
        Set<ReimbursementStep> steps = EnumSet.noneOf(ReimbursementStep.class);
        if (caller.may(Permission.REIMBURSEMENT_REQUEST)) {
            if (state.editable()) {
                steps.add(ReimbursementStep.REQUEST);
            }
            if (state.next().contains(ReimbursementState.CANCELLED)) {
                steps.add(ReimbursementStep.CANCEL);
            }
        }
        if (ReimbursementState.waitingFor(caller).contains(state)) {
            switch (state) {
                case REQUESTED, UNDER_REVIEW ->
                    steps.addAll(
                            EnumSet.of(ReimbursementStep.REVIEW, ReimbursementStep.RETURN, ReimbursementStep.REJECT));
                case REVIEWED -> steps.addAll(EnumSet.of(ReimbursementStep.APPROVE, ReimbursementStep.REJECT));
                case APPROVED -> steps.add(ReimbursementStep.PAY);
                default -> {}
            }
        }
        return steps;
    }

    /**
     * Opens a request to be written, or the beginning of a new one.
     *
     * @param request number of a draft or of one that came back, or null for a new one
     */
    @Act(value = Permission.REIMBURSEMENT_REQUEST, action = Action.EDIT)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RequestEdit openForEdit(CaseNumber number, RequestNumber request, ReimbursementKind kind) {
        Draft draft = transaction.read(() -> {
            Open open = request == null ? null : desk.open(request);
            ReimbursementRequest row = open == null ? null : open.request();
            CaseFacts facts = open == null ? access.require(number) : open.facts();
            if (row != null
                    && (!facts.number().equals(number.text()) || !row.state().editable())) {
                throw new Refused(AccessReason.NOT_EDITABLE);
            }
            boolean names = row == null && !facts.anonymousMode();
            return new Draft(
                    facts,
                    row,
                    names ? files.person(facts.personId()) : null,
                    requests.rule(row == null ? kind : row.kind(), clock.today())
                            .orElseThrow(RuleNotInForce::new),
                    requests.budgets(clock.today().getYear()));
        });
        CaseFacts facts = draft.facts();
        CaseHeader header = headers.of(facts, null);
        List<Row> rows = Stream.<Row>of(draft.request(), draft.person())
                .filter(row -> row != null)
                .toList();
        List<RevealedRow> shown = gate.open(unsent(facts), null, rows, EDITED);
        return new RequestEdit(
                header,
                draft.request() == null ? null : shown.get(0),
                draft.person() == null ? null : shown.get(0),
                draft.rule().required(),
                draft.rule().metBy(facts.identificationStatus()),
                draft.rule().amount(),
                limit(draft.rule()),
                draft.budgets(),
                facts.child() ? List.of(PayeeKind.VICTIM, PayeeKind.GUARDIAN) : List.of(PayeeKind.VICTIM));
    }

    /**
     * Keeps what was written without asking yet; conditions of the kind are not checked.
     *
     * @return the request's number
     * @throws ChangedMeanwhile when somebody else saved it first
     */
    @Act(value = Permission.REIMBURSEMENT_REQUEST, action = Action.UPDATE)
    public RequestNumber saveDraft(CaseNumber number, RequestForm form) {
        return save(access.require(number), form).reference();
    }

    /**
     * Asks for the money. A closed year, an expired rule or an empty line do not hinder it (BR-067).
     *
     * @return the request's number
     * @throws NotYetEligible when the kind needs an identification that is not there
     * @throws DuplicateOneTime when the person has asked before
     */
    @Act(value = Permission.REIMBURSEMENT_REQUEST, action = Action.UPDATE)
    public RequestNumber request(CaseNumber number, RequestForm form) {
        CaseFacts facts = access.require(number);
        ReimbursementRule rule = requests.rule(form.kind(), clock.today()).orElseThrow(RuleNotInForce::new);
        requests.one(form.id());
        ReimbursementRequest known = requests.find(form.id()).orElse(null);
        if (known == null || known.state().editable()) {
            form.rulesToAsk(limit(rule), facts.anonymousMode(), known != null && known.hasIban())
                    .unless(rule.metBy(facts.identificationStatus()), () -> new NotYetEligible(rule.required()))
                    .hold();
        }
        ReimbursementRequest request = save(facts, form);
        if (form.version() == null && !request.state().editable()) {
            return request.reference();
        }
        if (rule.oneTime() && requests.askedBefore(request)) {
            throw new DuplicateOneTime();
        }
        ReimbursementState from = request.state();
        request.request(rule.oneTime(), currentCaller.get().sub(), clock.instant());
        desk.step(request, from, null);
        desk.decided(request, ReimbursementStep.REQUEST, null);
        deadlines.start(request.caseId(), DeadlineKind.REIMBURSEMENT_REVIEW);
        return request.reference();
    }

    /** What the rule gives; null while it is not in force. */
    private BigDecimal limit(ReimbursementRule rule) {
        return rule.inForce(clock.today()) ? rule.amount() : null;
    }

    /** Withdraws a request before anything is paid, by its wish or the person's; committed money goes back to its line. */
    @Act(value = Permission.REIMBURSEMENT_REQUEST, action = Action.UPDATE)
    public void cancel(RequestNumber number, int version, ReimbursementReason reason) {
        ReimbursementRequest request = desk.take(number, version).request();
        if (reason == null || !reason.fits(ReimbursementStep.CANCEL)) {
            throw new ReasonMissing("cancelReason");
        }
        UUID by = currentCaller.get().sub();
        ReimbursementState from = request.state();
        request.cancel(by, clock.instant());
        if (from == ReimbursementState.APPROVED) {
            requests.lockBudget(request.budgetSourceId()).release(request.amount());
            requests.instalments(request.id()).forEach(each -> each.cancel(by, clock.instant()));
        }
        desk.step(request, from, reason);
        desk.decided(request, ReimbursementStep.CANCEL, reason);
        switch (from) {
            case REQUESTED, UNDER_REVIEW -> deadlines.met(request.caseId(), DeadlineKind.REIMBURSEMENT_REVIEW);
            case REVIEWED -> deadlines.met(request.caseId(), DeadlineKind.REIMBURSEMENT_APPROVAL);
            case APPROVED -> deadlines.met(request.caseId(), DeadlineKind.REIMBURSEMENT_PAYMENT);
            default -> {}
        }
    }

    /** The row of the form, new or changed. A second post of the same new form finds the row of the first. */
    private ReimbursementRequest save(CaseFacts facts, RequestForm form) {
        UUID by = currentCaller.get().sub();
        requests.one(form.id());
        ReimbursementRequest request = requests.find(form.id()).orElse(null);
        if (request != null && !request.caseId().equals(facts.caseId())) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        boolean fresh = request == null;
        if (fresh) {
            request = new ReimbursementRequest(form.id(), RequestNumber.random(), facts.policy(), by, clock.instant());
        } else if (form.version() == null
                && request.createdBy().equals(by)
                && !request.state().editable()) {
            return request;
        } else {
            ChangedMeanwhile.check(request, form.version() == null ? 0 : form.version());
            if (!request.state().editable()) {
                throw new ChangedMeanwhile();
            }
        }
        gate.write(unsent(facts), request, checked(facts, form));
        if (fresh) {
            requests.add(request);
            files.step(facts.caseId(), RequestDesk.TABLE, request.id(), null, request.state(), null);
        }
        return request;
    }

    private Map<String, Object> checked(CaseFacts facts, RequestForm form) {
        if (requests.rule(form.kind(), clock.today()).isEmpty()) {
            throw new RuleNotInForce();
        }
        if (!requests.isBudget(form.budget())) {
            throw new Refused(AccessReason.NO_BUDGET);
        }
        if (form.payeeKind() == PayeeKind.PROVIDER || (form.payeeKind() == PayeeKind.GUARDIAN && !facts.child())) {
            throw new PayeeNotAllowed();
        }
        form.rules().hold();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", form.kind());
        values.put("amount", Amounts.exact(form.amount()));
        values.put("budgetSourceId", form.budget());
        values.put("payeeKind", form.payeeKind());
        values.put(
                "payeeName", blank(form.payeeName()) ? null : form.payeeName().strip());
        values.put("method", form.method());
        if (form.method() != PaymentMethod.BANK) {
            values.put("iban", null);
        } else if (!blank(form.iban())) {
            values.put("iban", Iban.parse(form.iban()).text());
        }
        return values;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** As long as nothing is sent, who is responsible for the case reads and corrects the account that was typed. */
    private static PolicyFacts unsent(CaseFacts facts) {
        PolicyFacts known = facts.policy();
        Set<Condition> conditions = EnumSet.of(Condition.UNSENT);
        conditions.addAll(known.conditions());
        return new PolicyFacts(known.caseId(), known.personId(), known.institution(), known.relations(), conditions);
    }
}
