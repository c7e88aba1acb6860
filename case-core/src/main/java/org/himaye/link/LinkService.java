package org.himaye.link;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseHeaders;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.disclosure.GuardianConflicts;
import org.himaye.referral.InstitutionChoice;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** Asks another institution about the same person, answers such a question, takes it back. For supervisors, each of her own house. */
@Stateless
@PermitAll
public class LinkService {

    /** More are no desk any more. */
    public static final int ROWS = 200;

    private static final String TABLE = "person_link";

    @Inject
    private LinkRepository links;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseHeaders headers;

    @Inject
    private GuardianConflicts conflicts;

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

    private record Rows(
            CaseFacts facts,
            LinkRepository.Standing standing,
            Optional<LinkRepository.Asked> asked,
            List<InstitutionChoice> choices) {}

    /** What stands on a case, what is asked about it, and whom its supervisor could ask. */
    @Act(Permission.LINK_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CaseLinks open(CaseNumber number) {
        Rows rows = transaction.read(() -> {
            CaseFacts facts = supervised(number);
            return new Rows(
                    facts,
                    links.of(facts.caseId(), clock.today()),
                    links.askedAbout(facts.caseId()),
                    links.choices(facts.caseId(), facts.institution()));
        });
        rows.asked().ifPresent(this::concernsAsking);
        List<LinkRow> standing = rows.standing().links();
        if (!standing.isEmpty() || rows.asked().isPresent()) {
            record.field(TABLE, "state", OPERATIONAL);
        }
        if (!rows.choices().isEmpty()) {
            record.field("blind_value", "hashed", OPERATIONAL);
        }
        record.rows(standing.size());
        return new CaseLinks(
                headers.of(rows.facts(), null),
                standing,
                rows.asked().map(LinkRepository.Asked::question).orElse(null),
                rows.choices(),
                rows.facts().child(),
                rows.facts().spoken(),
                clock.today().plusMonths(rows.standing().months()),
                clock.today());
    }

    /** What other institutions ask the caller's. One event names every own case on the answer, and every case that asks. */
    @Act(value = Permission.LINK_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<LinkQuestion> asked() {
        List<LinkRepository.Asked> rows = transaction.read(() -> links.asked(ROWS));
        List<LinkQuestion> asked =
                rows.stream().map(LinkRepository.Asked::question).toList();
        gate.list(
                asked.stream()
                        .map(each -> new Link(each.caseId(), each.personId()))
                        .toList(),
                TABLE,
                asked.isEmpty() ? Map.of() : Map.of("state", OPERATIONAL));
        rows.forEach(this::concernsAsking);
        return asked;
    }

    /**
     * Asks another institution, with the person's agreement.
     *
     * @param id made by the form, so that a double click asks once
     * @throws Refused when the institution is none of those that may know the person, too
     * @throws org.himaye.consent.ChildNeedsGuardian when a child alone would have to agree
     * @throws org.himaye.consent.AdultAnswersAlone when somebody else answers for an adult
     * @throws org.himaye.consent.ConsentPeriodWrong when it ends before it begins or lasts longer than five years
     * @throws org.himaye.disclosure.GuardianInConflict when a guardian answers against whom something is recorded
     */
    @Act(value = Permission.LINK_ASK, action = Action.CREATE)
    public void ask(CaseNumber number, UUID id, UUID institution, LinkAgreement agreement) {
        CaseFacts facts = supervised(number);
        UUID by = currentCaller.get().sub();
        hold(facts, agreement);
        PersonLink same = links.find(id).orElse(null);
        if (same != null) {
            if (!same.createdBy().equals(by) || !same.on(facts.caseId())) {
                throw new Refused(AccessReason.FOREIGN_ID);
            }
            changed(id);
            return;
        }
        if (links.choices(facts.caseId(), facts.institution()).stream()
                .noneMatch(each -> each.id().equals(institution))) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        links.endRunOut(facts.caseId(), institution, clock.today(), by, clock.instant());
        links.add(new PersonLink(id, facts, institution, agreement, by, clock.instant()));
        changed(id);
    }

    /**
     * The house that was asked says that it is the same person and that she agrees there, too: from now on both cases tell of each other's
     * house.
     *
     * @throws org.himaye.consent.ChildNeedsGuardian and others as for {@link #ask}
     */
    @Act(value = Permission.LINK_ANSWER, action = Action.UPDATE)
    public void confirm(CaseNumber own, UUID id, LinkAgreement agreement) {
        CaseFacts facts = supervised(own);
        PersonLink link = asked(id, facts);
        hold(facts, agreement);
        link.confirm(facts.caseId(), agreement, currentCaller.get().sub(), clock.instant());
        changed(id);
    }

    /** The house that was asked declines; who asked reads what she reads when nobody answers. */
    @Act(value = Permission.LINK_ANSWER, action = Action.UPDATE)
    public void decline(CaseNumber own, UUID id, LinkDecline reason) {
        CaseFacts facts = supervised(own);
        asked(id, facts).decline(reason, currentCaller.get().sub(), clock.instant());
        changed(id);
    }

    /** The person takes it back, in either house, whatever has become of it and of the other case: at once and without a reason. */
    @Act(value = Permission.LINK_END, action = Action.UPDATE)
    public void end(CaseNumber number, UUID id) {
        CaseFacts facts = supervised(number);
        PersonLink link = links.lock(id)
                .filter(each -> each.on(facts.caseId()))
                .orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        link.end(currentCaller.get().sub(), clock.instant());
        changed(id);
    }

    /** As {@link #end}, of all that this case has, also of what it may not tell of now: nobody is told what that was. */
    @Act(value = Permission.LINK_END, action = Action.UPDATE)
    public void endAll(CaseNumber number) {
        for (PersonLink each : links.on(supervised(number).caseId())) {
            each.end(currentCaller.get().sub(), clock.instant());
            changed(each.id());
        }
    }

    /** Locked before it is looked at, so that of two answers one counts. */
    private PersonLink asked(UUID id, CaseFacts own) {
        PersonLink link = links.lock(id).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        concernsAsking(links.asked(id, own.caseId()).orElseThrow(() -> new Refused(AccessReason.UNKNOWN)));
        return link;
    }

    /** That there is such a case was told: its story says to whom. */
    private void concernsAsking(LinkRepository.Asked each) {
        record.concerns(each.asking().caseId(), each.asking().personId());
    }

    private void hold(CaseFacts facts, LinkAgreement agreement) {
        agreement.rules(facts.child(), clock.today()).hold();
        conflicts.refuse(facts.caseId(), agreement.givenBy());
    }

    /** For the supervisor of the house alone, whoever else works on the case. */
    private CaseFacts supervised(CaseNumber number) {
        CaseFacts facts = access.require(number);
        if (!facts.policy().relations().contains(Relation.SAME_INSTITUTION)) {
            throw new Refused(AccessReason.NO_RELATION);
        }
        return facts;
    }

    private void changed(UUID id) {
        record.on(TABLE, id);
        record.field(TABLE, "state", OPERATIONAL);
    }
}
