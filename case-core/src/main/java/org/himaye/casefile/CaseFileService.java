package org.himaye.casefile;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Role;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.Person;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.PageOf;
import org.himaye.shared.ShortTransaction;
import org.himaye.shared.Translated;

/** Lists, opens, starts and hands over cases. */
@Stateless
@PermitAll
public class CaseFileService {

    /** Rows of one page of the list. */
    public static final int PAGE = 25;

    @Inject
    private CaseFileRepository cases;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private CaseSteps steps;

    @Inject
    private DeadlinesTold deadlines;

    @Inject
    private CaseFiles files;

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Rows(
            CaseFacts facts, Person person, List<CaseSteps.Stored> history, CaseFileRepository.Around around) {}

    /** Cases on which the caller works or which he supervises, the most urgent deadline of which he is told first. One event names all of them. */
    @Act(value = Permission.CASE_LIST, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CaseList list(CaseQuery query) {
        Caller caller = currentCaller.get();
        boolean supervises = caller.is(Role.SUPERVISOR);
        Set<DeadlineKind> kinds = deadlines.to(caller);
        Function<String, CaseList> rows = told -> new CaseList(
                PageOf.found(cases.list(query, told, kinds, caller), PAGE, query.page(), CaseRow::place),
                supervises ? cases.caseworkers(caller.institution()) : List.of());
        CaseList page = kinds.size() == DeadlineKind.values().length
                ? transaction.readTelling(rows)
                : transaction.read(() -> rows.apply(null));
        gate.list(
                page.page().rows().stream()
                        .map(r -> new Link(r.caseId(), r.personId()))
                        .toList(),
                "case_file",
                Map.of("caseNumber", OPERATIONAL, "pseudonym", OPERATIONAL));
        return page;
    }

    /**
     * Opens a case: head, person, history.
     *
     * @param purpose what the reader chose, or null
     * @throws Refused for an unknown number and for a case without relation alike
     */
    @Act(Permission.CASE_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CaseOverview open(CaseNumber number, Purpose purpose) {
        Caller caller = currentCaller.get();
        Rows rows = transaction.read(() -> {
            CaseFacts facts = access.require(number);
            return new Rows(
                    facts,
                    cases.person(facts.personId()),
                    cases.history(facts.caseId()),
                    caller.may(Permission.CASE_ASSIGN)
                            ? cases.around(facts.caseId(), facts.institution())
                            : CaseFileRepository.Around.NOBODY);
        });
        List<Translated> toAsk = rows.around().earlier().stream()
                .filter(each -> !rows.around().linked().contains(each))
                .toList();
        if (!toAsk.isEmpty()) {
            record.field("blind_value", "hashed", OPERATIONAL);
        }
        if (!rows.around().linked().isEmpty()) {
            record.field("person_link", "state", OPERATIONAL);
        }
        CaseHeader header = headers.of(rows.facts(), purpose);
        List<StatusStep> history = steps.of(rows.facts().policy(), purpose, rows.history());
        List<RevealedRow> person = gate.open(rows.facts().policy(), purpose, List.of(rows.person()));
        return new CaseOverview(
                header,
                person.get(0),
                history,
                steps.needPurpose(rows.facts().policy(), purpose),
                people(rows.around().colleagues(), true),
                people(rows.around().colleagues(), false),
                rows.around().onCase(),
                toAsk,
                rows.around().linked(),
                policy.purposes(caller.role()));
    }

    private static List<StaffChoice> people(List<Colleague> colleagues, boolean caseworkers) {
        return colleagues.stream()
                .filter(each -> each.role() == Role.CASEWORKER == caseworkers)
                .map(Colleague::person)
                .toList();
    }

    /**
     * Passes the case to another caseworker; the former one loses access with this act.
     *
     * @param version of the case that the supervisor saw
     * @throws HandoverReasonNeeded without a reason
     * @throws NotACaseworker when the chosen colleague is none of this institution, or kept out of this case
     * @throws ChangedMeanwhile when the case has changed since
     */
    @Act(value = Permission.CASE_ASSIGN, action = Action.UPDATE)
    public void assign(CaseNumber number, int version, UUID caseworker, HandoverReason reason) {
        CaseFacts facts = access.require(number);
        UUID by = currentCaller.get().sub();
        CaseFile file = cases.get(facts.caseId());
        ChangedMeanwhile.check(file, version);
        if (reason == null) {
            throw new HandoverReasonNeeded("reason");
        }
        if (cases.colleagues(facts.caseId(), facts.institution()).stream()
                .noneMatch(each ->
                        each.role() == Role.CASEWORKER && each.person().sub().equals(caseworker))) {
            throw new NotACaseworker();
        }
        cases.primary(file.id()).ifPresent(former -> {
            former.end(reason, by, clock.instant());
            files.step(
                    file.id(),
                    "case_assignment",
                    former.id(),
                    AssignmentFunction.PRIMARY,
                    AssignmentFunction.PRIMARY,
                    reason);
        });
        files.flushed();
        files.assign(file.id(), caseworker, AssignmentFunction.PRIMARY);
    }

    /**
     * Gives a psychologist, medic or lawyer of the institution a function on the case; nobody loses one. Somebody who has one keeps it.
     *
     * @throws NotASpecialist when the chosen colleague is none of this institution, or kept out of this case
     */
    @Act(value = Permission.CASE_ASSIGN, action = Action.UPDATE)
    public void join(CaseNumber number, UUID specialist) {
        CaseFacts facts = access.require(number);
        Role job = cases.colleagues(facts.caseId(), facts.institution()).stream()
                .filter(each -> each.person().sub().equals(specialist) && each.role() != Role.CASEWORKER)
                .map(Colleague::role)
                .findFirst()
                .orElseThrow(NotASpecialist::new);
        if (!cases.isOn(facts.caseId(), specialist)) {
            files.assign(facts.caseId(), specialist, AssignmentFunction.valueOf(job.name()));
        }
    }

    /**
     * Ends what a colleague does on the case beside the responsible caseworker; he loses access with this act, and that he had it stays.
     *
     * @throws HandoverReasonNeeded without a reason
     * @throws NotOnCase when the colleague has no such function now
     */
    @Act(value = Permission.CASE_ASSIGN, action = Action.UPDATE)
    public void takeOff(CaseNumber number, UUID colleague, HandoverReason reason) {
        CaseFacts facts = access.require(number);
        if (reason == null) {
            throw new HandoverReasonNeeded("endReason");
        }
        List<CaseAssignment> functions = cases.functionsOn(facts.caseId(), colleague);
        if (functions.isEmpty()) {
            throw new NotOnCase();
        }
        functions.forEach(each -> files.end(each, reason));
    }

    /**
     * Opens a case for a person who came without a referral; the caller becomes responsible.
     *
     * @param caseId made by the form, so that a double click opens one case
     */
    @Act(value = Permission.CASE_START, action = Action.CREATE)
    public CaseNumber start(UUID caseId, Urgency urgency, AgeBand ageBand, Sex sex, SpokenLanguage language) {
        Caller caller = currentCaller.get();
        if (cases.find(caseId).filter(c -> !c.createdBy().equals(caller.sub())).isPresent()) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        AgeBasis basis = ageBand == AgeBand.UNKNOWN ? AgeBasis.PRESUMED_CHILD : AgeBasis.STATED;
        CaseFile file = files.open(new CaseFiles.Opening(
                caseId, caller.institution(), null, urgency, caller.sub(), ageBand, basis, sex, List.of(language)));
        return new CaseNumber(file.caseNumber());
    }
}
