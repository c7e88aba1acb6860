package org.himaye.web.task;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.himaye.accesslog.AccessList;
import org.himaye.casefile.DeadlineKind;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.organisation.PeopleService;
import org.himaye.shared.BusinessClock;
import org.himaye.task.MyDay;
import org.himaye.task.MyDayService;
import org.himaye.task.WaitingKind;
import org.himaye.web.shared.Frame;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.Page;

/** The start page. */
@Named
@RequestScoped
public class OpenDay {

    private static final String CASE = "/casefile/overview.xhtml";

    private static final String RESTRICTIONS = "/restriction/list.xhtml";

    private static final String SUBJECT_REQUESTS = "/subjectrequest/list.xhtml";

    private static final String DISCLOSURE = "/disclosure/open.xhtml";

    private static final String FINDING = "/audit/open.xhtml";

    /** Where the next step of each kind is done; each of these pages takes {@code number}. */
    private static final Map<WaitingKind, String> STEPS = Map.ofEntries(
            Map.entry(WaitingKind.REFERRAL_ACKNOWLEDGE, "/referral/decide.xhtml"),
            Map.entry(WaitingKind.REFERRAL_DECIDE, "/referral/decide.xhtml"),
            Map.entry(WaitingKind.REFERRAL_RETURNED, "/referral/send.xhtml"),
            Map.entry(WaitingKind.CASE_WITHOUT_CASEWORKER, CASE),
            Map.entry(WaitingKind.IDENTIFICATION_DECIDE, "/identification/decide.xhtml"),
            Map.entry(WaitingKind.PLAN_REVIEW, "/plan/review.xhtml"),
            Map.entry(WaitingKind.PLAN_RETURNED, "/plan/edit.xhtml"),
            Map.entry(WaitingKind.PLAN_CONSENT, "/plan/agree.xhtml"),
            Map.entry(WaitingKind.PLAN_START, "/plan/plan.xhtml"),
            Map.entry(WaitingKind.ALLOWANCE_REVIEW, "/reimbursement/decide.xhtml"),
            Map.entry(WaitingKind.ALLOWANCE_RETURNED, "/reimbursement/decide.xhtml"),
            Map.entry(WaitingKind.ALLOWANCE_APPROVE, "/reimbursement/decide.xhtml"),
            Map.entry(WaitingKind.ALLOWANCE_PAY, "/reimbursement/decide.xhtml"),
            Map.entry(WaitingKind.BREAKGLASS_REVIEW, "/breakglass/review.xhtml"),
            Map.entry(WaitingKind.RESTRICTION_CONFIRM, RESTRICTIONS),
            Map.entry(WaitingKind.RESTRICTION_ENDS, RESTRICTIONS),
            Map.entry(WaitingKind.LINK_ANSWER, "/link/asked.xhtml"),
            Map.entry(WaitingKind.DISCLOSURE_CHECK, DISCLOSURE),
            Map.entry(WaitingKind.DISCLOSURE_DECIDE, DISCLOSURE),
            Map.entry(WaitingKind.DISCLOSURE_INFORM, DISCLOSURE),
            Map.entry(WaitingKind.DISCLOSURE_SEND, DISCLOSURE),
            Map.entry(WaitingKind.DISCLOSURE_REVIEW, DISCLOSURE),
            Map.entry(WaitingKind.FINDING_ANSWER, FINDING),
            Map.entry(WaitingKind.FINDING_DECIDE, FINDING),
            Map.entry(WaitingKind.UNUSUAL_DECIDE, "/unusual/list.xhtml"),
            Map.entry(WaitingKind.SUBJECT_REQUEST_ANSWER, SUBJECT_REQUESTS),
            Map.entry(WaitingKind.SUBJECT_REQUEST_DECIDE, SUBJECT_REQUESTS),
            Map.entry(WaitingKind.SUBJECT_REQUEST_COMPLAINT, SUBJECT_REQUESTS),
            Map.entry(WaitingKind.SUBJECT_REQUEST_LATE, SUBJECT_REQUESTS),
            Map.entry(WaitingKind.RIGHTS_REVIEW, "/organisation/reviewrights.xhtml"));

    /** Where a deadline of a case is met: a page that is there in every state of the case; the case itself for the rest. */
    private static final Map<DeadlineKind, String> WORK = Map.of(
            DeadlineKind.INTAKE, "/intake/overview.xhtml",
            DeadlineKind.NOTIFY_SPECIAL_UNIT, "/intake/overview.xhtml",
            DeadlineKind.NEEDS_ASSESSMENT, "/assessment/edit.xhtml",
            DeadlineKind.PLAN_DRAFT, "/plan/plan.xhtml",
            DeadlineKind.PLAN_REVIEW, "/plan/review.xhtml",
            DeadlineKind.PROGRESS_REVIEW, "/plan/progress.xhtml",
            DeadlineKind.REIMBURSEMENT_REVIEW, "/reimbursement/case.xhtml");

    private static final List<String> INSTEAD = List.of(
            "/casefile/list.xhtml",
            "/statistics/cases.xhtml",
            "/organisation/institutions.xhtml",
            "/reimbursement/queue.xhtml",
            "/identification/queue.xhtml");

    @Inject
    private MyDayService service;

    @Inject
    private PeopleService people;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Frame frame;

    @Inject
    private BusinessClock clock;

    private MyDay.Part list;
    private MyDay.Until until;
    private MyDay day;

    public void load() {
        day = service.open(list, until);
    }

    /** The one list that is shown whole, or null. */
    public String getList() {
        return list == null ? null : list.name();
    }

    /** Anything else than a list's name shows the day. */
    public void setList(String name) {
        list = Arrays.stream(MyDay.Part.values())
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The one count whose deadlines are shown, or null. */
    public String getUntil() {
        return until == null ? null : until.name();
    }

    /** Anything else than a count's name shows all. */
    public void setUntil(String name) {
        until = Arrays.stream(MyDay.Until.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The words of that count. */
    public String getUntilKey() {
        return "task_myday." + until.name().toLowerCase(Locale.ROOT);
    }

    public boolean shows(String part) {
        return list == null || list.name().equals(part);
    }

    /** The notes on the own way in are read. */
    public String readNotes() {
        people.readNotes();
        return "/task/myday.xhtml?faces-redirect=true";
    }

    /** Also for a form of the page that is sent: its parts are there as long as the day has them. */
    public MyDay getDay() {
        if (day == null) {
            load();
        }
        return day;
    }

    /** Weekday and date, for the line beside the title. */
    public String getTodayInWords() {
        Language language = frame.getLanguage();
        String words = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", language.getLocale())
                .format(clock.today());
        return words.substring(0, 1).toUpperCase(language.getLocale()) + words.substring(1);
    }

    /** The page of the next step, or null when this caller has none. */
    public String step(WaitingKind kind) {
        return open(STEPS.get(kind));
    }

    /** The page where a deadline is worked on. */
    public String work(DeadlineKind kind) {
        String page = open(WORK.get(kind));
        return page == null ? open(CASE) : page;
    }

    public String getCasePage() {
        return open(CASE);
    }

    /** Where an emergency access is looked into: the case, or what the log says of it. */
    public String getUrgentPage() {
        String page = open(CASE);
        return page == null ? open("/accesslog/case.xhtml") : page;
    }

    public String getCaseList() {
        return open("/casefile/list.xhtml");
    }

    public String getSendPage() {
        return open("/referral/send.xhtml");
    }

    /** Where a caseworker opens a case for a person who came by herself. */
    public String getStartPage() {
        return open("/casefile/start.xhtml");
    }

    /** First day of the refusals, as the log's page takes it. */
    public String getRefusalsFrom() {
        return getDay().refusals().since().toString();
    }

    public String getReceiptPage() {
        return open("/referral/own.xhtml");
    }

    private String open(String path) {
        return path == null
                ? null
                : Page.at(path)
                        .filter(page ->
                                page.getPermission() == null || caller.get().may(page.getPermission()))
                        .map(Page::getPath)
                        .orElse(null);
    }

    /** True for who works with deadlines and queues. */
    public boolean isCounted() {
        return frame.may("CASE_LIST");
    }

    /** Nothing is due and nothing waits: the page says why. */
    public boolean isIdle() {
        return until == null && getDay().nothing();
    }

    /** There is something for somebody who works with deadlines and queues. */
    public boolean isWorking() {
        return isCounted() && !isIdle();
    }

    public boolean isRefusalsCapped() {
        return getDay().refusals().count() > AccessList.COUNT_LIMIT;
    }

    /** One sentence why there is nothing and what the person can do. */
    public String getWhyEmptyKey() {
        return "task_myday.empty." + caller.get().role().name();
    }

    /** Where to go when nothing is due: the page that this job came for; null when there is none. */
    public String getInstead() {
        return INSTEAD.stream()
                .map(this::open)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The name of that page in the menu. */
    public String getInsteadKey() {
        return "Page." + Page.at(getInstead()).map(Enum::name).orElse("MYDAY");
    }

    /** What the list of deadlines leaves out. */
    public int getMoreDue() {
        int all = switch (until) {
            case null -> getDay().counts().late() + getDay().counts().week();
            case LATE -> getDay().counts().late();
            case TODAY -> getDay().counts().today();
            case WEEK -> getDay().counts().week();
        };
        return Math.max(0, all - getDay().due().size());
    }

    public int getMoreOthers() {
        return getDay().counts().others() - getDay().others().size();
    }

    public int getMoreWaiting() {
        return getDay().counts().waiting() - getDay().waiting().size();
    }

    public String icon(WaitingKind kind) {
        return switch (kind) {
            case REFERRAL_ACKNOWLEDGE, REFERRAL_DECIDE, REFERRAL_RETURNED -> "pi-inbox";
            case BREAKGLASS_REVIEW -> "pi-exclamation-triangle";
            case DISCLOSURE_CHECK, DISCLOSURE_DECIDE, DISCLOSURE_INFORM, DISCLOSURE_SEND, DISCLOSURE_REVIEW ->
                "pi-send";
            case FINDING_ANSWER, FINDING_DECIDE -> "pi-flag";
            case UNUSUAL_DECIDE -> "pi-eye";
            case SUBJECT_REQUEST_ANSWER, SUBJECT_REQUEST_DECIDE, SUBJECT_REQUEST_COMPLAINT, SUBJECT_REQUEST_LATE ->
                "pi-user";
            case RESTRICTION_CONFIRM, RESTRICTION_ENDS -> "pi-lock";
            case LINK_ANSWER, CASE_WITHOUT_CASEWORKER, RIGHTS_REVIEW -> "pi-users";
            case IDENTIFICATION_DECIDE -> "pi-check-circle";
            case PLAN_REVIEW, PLAN_RETURNED, PLAN_CONSENT, PLAN_START -> "pi-file-edit";
            case ALLOWANCE_REVIEW, ALLOWANCE_RETURNED, ALLOWANCE_APPROVE, ALLOWANCE_PAY -> "pi-wallet";
        };
    }
}
