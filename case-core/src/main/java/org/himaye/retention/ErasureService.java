package org.himaye.retention;

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
import java.util.stream.Stream;
import org.himaye.casefile.CaseNumber;
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
import org.himaye.retention.RetentionRepository.Due;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Rules;
import org.himaye.shared.ShortTransaction;

/** What is due for erasure, what the person asks for, and the two people who say yes (domain.md 4.8). Numbers and pseudonyms only. */
@Stateless
@PermitAll
public class ErasureService {

    /** Lines of a page. */
    static final int ROWS = 25;

    /** More are no desk any more. */
    private static final int MOST_HOLDS = 200;

    private static final String TABLE = "erasure";
    private static final String HOLD = "legal_hold";

    @Inject
    private RetentionRepository rows;

    @Inject
    private Gate gate;

    @Inject
    private Erasures erasures;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Desk(List<Due> due, List<HoldRow> holds) {}

    /**
     * What is due, the longest first, as far as the caller may know of it.
     *
     * @param after the last line of the page before, or null
     */
    @Act(value = Permission.ERASURE_READ, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ErasureList list(UUID after) {
        Caller caller = currentCaller.get();
        Desk desk = transaction.read(() -> new Desk(rows.due(after, ROWS + 1), rows.holds(caller.sub(), MOST_HOLDS)));
        List<ErasureRow> page = new ArrayList<>();
        desk.due().stream().limit(ROWS).forEach(each -> page.add(shown(each, caller)));
        List<Link> links = Stream.concat(
                        page.stream().map(ErasureRow::subjectId),
                        desk.holds().stream().map(HoldRow::caseId))
                .map(subject -> new Link(subject, null))
                .toList();
        gate.list(
                links,
                TABLE,
                links.isEmpty()
                        ? Map.of()
                        : Map.of("number", OPERATIONAL, "pseudonym", OPERATIONAL, "rule", OPERATIONAL));
        UUID next = desk.due().size() > ROWS ? page.getLast().id() : null;
        return new ErasureList(List.copyOf(page), next, desk.holds());
    }

    private static ErasureRow shown(Due due, Caller caller) {
        UUID said = caller.is(Role.PRIVACY_OFFICER) ? due.privacyBy() : due.supervisorBy();
        ErasureRow row = due.row();
        return new ErasureRow(
                row.id(),
                row.version(),
                row.subjectId(),
                row.number(),
                row.pseudonym(),
                row.rule(),
                row.reason(),
                row.dueOn(),
                row.privacyOfficer(),
                row.supervisor(),
                row.held(),
                said == null && !row.held());
    }

    /**
     * The form for one case.
     *
     * @throws Refused when there is no such case or the caller may not have it erased: the same answer
     */
    @Act(Permission.ERASURE_READ)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ErasureForm open(CaseNumber number) {
        transaction.read(() -> erasures.require(number));
        return new ErasureForm(number.text());
    }

    /**
     * Proposes a case before its term.
     *
     * @param id made by the form, so that a double click asks once
     * @throws org.himaye.shared.BusinessException that says what is in the way
     */
    @Act(value = Permission.ERASURE_ASK, action = Action.CREATE)
    public void ask(UUID id, CaseNumber number, ErasureReason reason) {
        erasures.require(number);
        new Rules().unless(reason != null, () -> new AnswerMissing("reason")).hold();
        erasures.propose(id, number, reason);
        changed(TABLE, id, "reason");
    }

    /**
     * Says yes. The second of the two erases, in this transaction.
     *
     * @param version that the caller saw
     * @return whether it is done
     * @throws ErasureNeedsAnother when it is another one's turn
     * @throws org.himaye.shared.BusinessException that says what is in the way
     */
    @Act(value = Permission.ERASURE_CONFIRM, action = Action.UPDATE)
    public boolean confirm(UUID id, int version) {
        Caller caller = currentCaller.get();
        if (!caller.is(Role.PRIVACY_OFFICER) && !caller.is(Role.SUPERVISOR)) {
            throw new Refused(AccessReason.NO_PERMISSION);
        }
        Erasure erasure = known(id, version);
        boolean both = erasure.confirm(caller.sub(), caller.is(Role.PRIVACY_OFFICER), clock.instant());
        changed(TABLE, id, caller.is(Role.PRIVACY_OFFICER) ? "privacyBy" : "supervisorBy");
        if (both) {
            Obstacle.refuse(rows.erase(erasure));
            record.as(Action.ERASE);
            record.because(erasure.rule());
        }
        return both;
    }

    /** Takes a proposal back; one that the term made is made again when it is still due after some time. */
    @Act(value = Permission.ERASURE_WITHDRAW, action = Action.UPDATE)
    public void withdraw(UUID id, int version, WithdrawalReason why) {
        Erasure erasure = known(id, version);
        new Rules()
                .unless(WithdrawalReason.said().contains(why), () -> new AnswerMissing("why"))
                .hold();
        erasure.withdraw(why, currentCaller.get().sub(), clock.instant());
        changed(TABLE, id, "withdrawnReason");
    }

    private Erasure known(UUID id, int version) {
        Erasure erasure = rows.find(id).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        record.concerns(
                erasure.subjectId(),
                rows.erasable(erasure.number()).map(Erasable::person).orElse(null));
        ChangedMeanwhile.check(erasure, version);
        return erasure;
    }

    /**
     * Keeps a case from being erased, also one that waits for the second yes.
     *
     * @param id made by the form, so that a double click holds once
     * @throws Refused as {@link #open}
     */
    @Act(value = Permission.HOLD_SET, action = Action.CREATE)
    public void hold(UUID id, CaseNumber number, HoldRequest asked) {
        Erasable found = erasures.require(number);
        asked.rules().hold();
        if (rows.findHold(id).isEmpty()) {
            rows.add(new LegalHold(
                    id,
                    found,
                    asked.reason(),
                    asked.reference(),
                    currentCaller.get().sub(),
                    clock.instant()));
        }
        changed(HOLD, id, "reason", "reference");
    }

    /**
     * Lifts a hold.
     *
     * @throws HoldNeedsAnother when the caller set it
     */
    @Act(value = Permission.HOLD_LIFT, action = Action.UPDATE)
    public void lift(UUID id, int version) {
        LegalHold hold = rows.findHold(id).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
        record.concerns(hold.caseId(), null);
        ChangedMeanwhile.check(hold, version);
        hold.lift(currentCaller.get().sub(), clock.instant());
        changed(HOLD, id, "liftedAt");
    }

    private void changed(String table, UUID id, String... attributes) {
        record.on(table, id);
        for (String attribute : attributes) {
            record.field(table, attribute, OPERATIONAL);
        }
    }
}
