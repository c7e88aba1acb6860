package org.himaye.restriction;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.StaffChoice;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Role;
import org.himaye.confidentiality.Unseen;
import org.himaye.restriction.RestrictionRepository.Restrictable;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** Restrictions: entered, confirmed and lifted (BR-075, domain.md 4.6). Nobody sees or touches one that bars himself: row-level security. */
@Stateless
@PermitAll
public class RestrictionService {

    /** More are no desk any more. */
    public static final int ROWS = 200;

    private static final String TABLE = "case_restriction";

    @Inject
    private RestrictionRepository restrictions;

    @Inject
    private Gate gate;

    @Inject
    private Unseen unseen;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Desk(List<CaseRestriction> rows, Map<UUID, String> names) {}

    /** What is restricted and not lifted, as far as the caller may know of it. */
    @Act(value = Permission.RESTRICTION_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Restriction> list() {
        Desk desk = transaction.read(() -> new Desk(restrictions.open(ROWS), restrictions.names()));
        gate.list(
                desk.rows().stream().map(each -> new Link(each.caseId(), null)).toList(),
                TABLE,
                desk.rows().isEmpty() ? Map.of() : Map.of("kind", OPERATIONAL, "persons", OPERATIONAL));
        return desk.rows().stream().map(each -> shown(each, desk.names())).toList();
    }

    private Restriction shown(CaseRestriction row, Map<UUID, String> names) {
        Caller caller = currentCaller.get();
        List<RestrictionStep> steps = new ArrayList<>();
        if (row.awaits(caller.sub())) {
            steps.add(RestrictionStep.CONFIRM);
        }
        RestrictionStep end = row.end(caller.sub(), caller.is(Role.PRIVACY_OFFICER));
        if (end != null) {
            steps.add(end);
        }
        return new Restriction(
                row.id(),
                row.version(),
                row.caseNumber(),
                row.kind(),
                row.reason(),
                row.orderNumber(),
                row.orderDate(),
                row.endsOn(),
                RestrictionRepository.named(row.persons(), names),
                names.get(row.createdBy()),
                row.createdAt(),
                row.inForceAt(),
                row.liftAskedBy() == null ? null : names.get(row.liftAskedBy()),
                steps);
    }

    /**
     * The form for one case.
     *
     * @throws Refused when there is no such case or the caller may not restrict it: the same answer
     */
    @Act(Permission.RESTRICTION_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public RestrictionForm open(CaseNumber number, RestrictionKind kind) {
        RestrictionForm form =
                transaction.read(() -> new RestrictionForm(number.text(), colleagues(require(number), kind)));
        record.field("staff", "displayName", OPERATIONAL);
        record.rows(1);
        return form;
    }

    /** The house keeps access; anybody can be barred. */
    private List<StaffChoice> colleagues(Restrictable found, RestrictionKind kind) {
        return restrictions.colleagues(kind == RestrictionKind.BARRED ? null : found.institution());
    }

    private Restrictable require(CaseNumber number) {
        Restrictable found =
                restrictions.restrictable(number.text()).orElseThrow(() -> unseen.refuse("case_file", number.text()));
        record.concerns(found.caseId(), found.personId());
        return found;
    }

    /**
     * Restricts a case. A seal and a bar hold with this act, for open pages too; an order when another person confirmed it.
     *
     * @param id made by the form, so that a double click restricts once
     * @throws Refused as {@link #open}, and when somebody is named whom the form did not offer
     * @throws OwnAccessUnreviewed when the caller could keep out who is to review what he did on it in an emergency
     */
    @Act(value = Permission.RESTRICTION_ENTER, action = Action.CREATE)
    public void enter(UUID id, CaseNumber number, RestrictionRequest asked) {
        Restrictable found = require(number);
        UUID by = currentCaller.get().sub();
        asked.rules(clock.today()).hold();
        CaseRestriction same = restrictions.find(id).orElse(null);
        if (same != null) {
            if (!same.createdBy().equals(by) || !same.caseId().equals(found.caseId())) {
                throw new Refused(AccessReason.FOREIGN_ID);
            }
            record.on(TABLE, id);
            return;
        }
        if (restrictions.unreviewed(found.caseId(), by)) {
            throw new OwnAccessUnreviewed();
        }
        List<UUID> offered =
                colleagues(found, asked.kind()).stream().map(StaffChoice::sub).toList();
        if (!offered.containsAll(asked.persons())) {
            throw new Refused(AccessReason.FOREIGN_ID);
        }
        restrictions.add(new CaseRestriction(
                id, found.caseId(), number.text(), found.institution(), asked, by, clock.instant()));
        changed(id, "kind", "reason", "persons");
    }

    /**
     * Confirms an order, which holds from now on.
     *
     * @param version that the caller saw
     * @throws AnotherPersonNeeded when the caller entered it
     */
    @Act(value = Permission.RESTRICTION_CONFIRM, action = Action.UPDATE)
    public void confirm(UUID id, int version) {
        CaseRestriction row = known(id, version);
        row.confirm(currentCaller.get().sub(), clock.instant());
        changed(id, "inForceAt");
    }

    /**
     * Lifts a restriction, or asks another person to.
     *
     * @param version that the caller saw
     * @return whether it is lifted now
     * @throws AnotherPersonNeeded when the caller asked before
     */
    @Act(value = Permission.RESTRICTION_LIFT, action = Action.UPDATE)
    public boolean lift(UUID id, int version) {
        CaseRestriction row = known(id, version);
        Caller caller = currentCaller.get();
        row.lift(caller.sub(), caller.is(Role.PRIVACY_OFFICER), clock.instant());
        changed(id, row.liftedAt() == null ? "liftAskedAt" : "liftedAt");
        return row.liftedAt() != null;
    }

    private CaseRestriction known(UUID id, int version) {
        CaseRestriction row = restrictions.find(id).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        record.concerns(row.caseId(), null);
        ChangedMeanwhile.check(row, version);
        return row;
    }

    private void changed(UUID id, String... attributes) {
        record.on(TABLE, id);
        for (String attribute : attributes) {
            record.field(TABLE, attribute, OPERATIONAL);
        }
    }
}
