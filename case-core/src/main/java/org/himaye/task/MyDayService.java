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
import org.himaye.accesslog.AccessLogService;
import org.himaye.accesslog.RecentRefusals;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.Permission;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.ShortTransaction;

/** Opens the start page of whoever asks. */
@Stateless
@PermitAll
public class MyDayService {

    /** Rows of each list; the counts tell of the rest. */
    public static final int ROWS = 20;

    @Inject
    private MyDayRepository repository;

    @Inject
    private AccessLogService accessLog;

    @Inject
    private Gate gate;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ShortTransaction transaction;

    @Inject
    private BusinessClock clock;

    private record Rows(MyDayRepository.DueRows due, MyDayRepository.WaitingRows waiting, List<SentReferral> sent) {}

    /** What is due and what waits for the caller. One event names every case on the page. */
    @Act(value = Permission.MYDAY_OPEN, action = Action.LIST, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public MyDay open() {
        Caller caller = currentCaller.get();
        Rows rows = transaction.read(() -> new Rows(
                repository.due(caller, clock, ROWS),
                repository.waiting(caller, ROWS),
                caller.may(Permission.REFERRAL_TRACK) ? repository.sent(caller, ROWS) : List.of()));
        RecentRefusals refusals = caller.may(Permission.ACCESSLOG_READ) ? accessLog.recentRefusals() : null;
        List<Link> links = new ArrayList<>();
        rows.due().rows().forEach(due -> links.add(new Link(due.caseId(), due.personId())));
        rows.waiting().rows().forEach(waiting -> links.add(new Link(waiting.caseId(), waiting.personId())));
        if (!links.isEmpty()) {
            gate.list(links, "case_file", Map.of("caseNumber", OPERATIONAL, "pseudonym", OPERATIONAL));
        }
        return new MyDay(
                new MyDay.Counts(
                        rows.due().late(),
                        rows.due().today(),
                        rows.due().week(),
                        rows.waiting().count()),
                rows.due().rows(),
                rows.waiting().rows(),
                rows.sent(),
                refusals);
    }
}
