package org.himaye.task;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.himaye.accesslog.AccessLogService;
import org.himaye.accesslog.RecentRefusals;
import org.himaye.casefile.DeadlinesTold;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.organisation.AccountNote;
import org.himaye.organisation.AccountNotes;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** Opens the start page of whoever asks. */
@Stateless
@PermitAll
public class MyDayService {

    /** Rows of each list; the counts tell of the rest. */
    public static final int ROWS = 20;

    /** Rows of a list that is asked for whole. */
    public static final int WHOLE = 200;

    @Inject
    private MyDayRepository repository;

    @Inject
    private DeadlinesTold told;

    @Inject
    private AccessLogService accessLog;

    @Inject
    private AccountNotes notes;

    @Inject
    private Gate gate;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Rows(
            MyDayRepository.DueRows due,
            MyDayRepository.WaitingRows waiting,
            List<SentReferral> sent,
            List<AccountNote> notes,
            List<UrgentNotice> urgent) {}

    /**
     * What is due and what waits for the caller. One event names every case on the page.
     *
     * @param whole the only list to show, then with up to {@link #WHOLE} rows; null for all, {@link #ROWS} of each
     * @param until of the list of own deadlines only these, or null for all
     */
    @Act(value = Permission.MYDAY_OPEN, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public MyDay open(MyDay.Part whole, MyDay.Until until) {
        Caller caller = currentCaller.get();
        Rows rows = transaction.read(() -> new Rows(
                whole == MyDay.Part.WAITING
                        ? MyDayRepository.DueRows.NONE
                        : repository.due(
                                caller,
                                told.to(caller),
                                clock,
                                whole == null ? ROWS : WHOLE,
                                whole == MyDay.Part.DUE ? until : null),
                whole == null || whole == MyDay.Part.WAITING
                        ? repository.waiting(caller, clock, whole == null ? ROWS : WHOLE)
                        : MyDayRepository.WaitingRows.NONE,
                whole == null && caller.may(Permission.REFERRAL_TRACK) ? repository.sent(caller, ROWS) : List.of(),
                whole == null ? notes.of(caller.sub()) : List.of(),
                whole == null ? repository.urgent(caller, clock, ROWS) : List.of()));
        RecentRefusals refusals =
                whole == null && caller.may(Permission.ACCESSLOG_READ) ? accessLog.recentRefusals() : null;
        List<Due> due = whole == MyDay.Part.OTHERS ? List.of() : rows.due().mine(true);
        List<Due> others = whole == MyDay.Part.DUE ? List.of() : rows.due().mine(false);
        List<Link> links = new ArrayList<>();
        Stream.concat(due.stream(), others.stream())
                .forEach(each -> links.add(new Link(each.caseId(), each.personId())));
        rows.waiting().rows().forEach(waiting -> links.add(new Link(waiting.caseId(), waiting.personId())));
        rows.urgent().stream()
                .filter(urgent -> urgent.caseId() != null)
                .forEach(urgent -> links.add(new Link(urgent.caseId(), urgent.personId())));
        if (!rows.sent().isEmpty()) {
            gate.list(
                    rows.sent().stream().map(sent -> new Link(sent.id(), null)).toList(),
                    "referral",
                    Map.of("number", OPERATIONAL));
        }
        if (!links.isEmpty()) {
            gate.list(links, "case_file", Map.of("caseNumber", OPERATIONAL, "pseudonym", OPERATIONAL));
        }
        return new MyDay(
                new MyDay.Counts(
                        rows.due().late(),
                        rows.due().today(),
                        rows.due().week(),
                        rows.due().others(),
                        rows.waiting().count()),
                due,
                others,
                rows.waiting().rows(),
                rows.sent(),
                rows.notes(),
                rows.urgent(),
                refusals);
    }
}
