package org.himaye.demo;

import static org.himaye.confidentiality.Permission.ASSESSMENT_WRITE;
import static org.himaye.confidentiality.Permission.PLAN_RATE;
import static org.himaye.confidentiality.Permission.PLAN_REVIEW;
import static org.himaye.confidentiality.Permission.PLAN_WRITE;
import static org.himaye.confidentiality.Permission.REIMBURSEMENT_APPROVE;
import static org.himaye.confidentiality.Permission.REIMBURSEMENT_PAY;
import static org.himaye.confidentiality.Permission.REIMBURSEMENT_REQUEST;
import static org.himaye.confidentiality.Permission.REIMBURSEMENT_REVIEW;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.himaye.assessment.NeedArea;
import org.himaye.assessment.NeedLevel;
import org.himaye.assessment.NeedsAssessmentService;
import org.himaye.assessment.NeedsEntry;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Role;
import org.himaye.consent.ConsentScope;
import org.himaye.demo.DemoCases.Team;
import org.himaye.demo.DemoPeople.Worker;
import org.himaye.person.SpokenLanguage;
import org.himaye.plan.GoalRating;
import org.himaye.plan.PlanDecision;
import org.himaye.plan.PlanEntry;
import org.himaye.plan.PlanProgressService;
import org.himaye.plan.PlanService;
import org.himaye.plan.PlanStepService;
import org.himaye.plan.RatingEntry;
import org.himaye.plan.Responsible;
import org.himaye.reimbursement.PayeeKind;
import org.himaye.reimbursement.PaymentMethod;
import org.himaye.reimbursement.ReimbursementDecisionService;
import org.himaye.reimbursement.ReimbursementKind;
import org.himaye.reimbursement.ReimbursementService;
import org.himaye.reimbursement.RequestForm;
import org.himaye.reimbursement.RequestNumber;
import org.himaye.shared.BusinessClock;

/** Takes one demo case through needs, plan, progress and allowance, as far as its age allows. */
@ApplicationScoped
public class DemoPlan {

    private static final GoalRating[] RATINGS = {
        GoalRating.ACHIEVED, GoalRating.IN_PROGRESS, GoalRating.PARTLY, GoalRating.NOT_STARTED
    };

    private static final int LATEST_REVIEW = 33;

    @Inject
    private BusinessClock clock;

    @Inject
    private DemoPeople people;

    @Inject
    private DemoRepository screen;

    @Inject
    private NeedsAssessmentService needs;

    @Inject
    private PlanService plans;

    @Inject
    private PlanStepService steps;

    @Inject
    private PlanProgressService progress;

    @Inject
    private ReimbursementService requests;

    @Inject
    private ReimbursementDecisionService decisions;

    void walk(int i, long daysAgo, Instant from, CaseNumber number, Team team, boolean identified) {
        if (daysAgo < 14) {
            return;
        }
        Worker worker = team.caseworker();
        Instant at = from.plus(3, ChronoUnit.DAYS);
        List<NeedsEntry.Answer> answers = Arrays.stream(NeedArea.values())
                .map(area -> new NeedsEntry.Answer(
                        area, (area.ordinal() + i) % 3 == 0 ? NeedLevel.URGENT : NeedLevel.SOME, null))
                .toList();
        people.does(
                worker,
                ASSESSMENT_WRITE,
                at,
                () -> needs.finish(number, new NeedsEntry(DemoPath.id(i, "needs"), null, null, null, answers)));
        if (daysAgo < 20) {
            return;
        }
        plan(i, daysAgo, at.plus(2, ChronoUnit.DAYS), number, team);
        if (identified) {
            allowance(i, daysAgo, from.plus(20, ChronoUnit.DAYS), number, team);
        }
    }

    private void plan(int i, long daysAgo, Instant at, CaseNumber number, Team team) {
        UUID id = DemoPath.id(i, "plan");
        people.does(team.caseworker(), PLAN_WRITE, at, () -> plans.submit(number, entry(i, id, at)));
        if (daysAgo < 26) {
            return;
        }
        people.does(
                team.supervisor(),
                PLAN_REVIEW,
                at.plus(1, ChronoUnit.DAYS),
                () -> steps.review(number, version(number), null));
        Instant told = at.plus(2, ChronoUnit.DAYS);
        people.does(
                team.caseworker(), PLAN_WRITE, told, () -> steps.present(number, version(number), SpokenLanguage.AZ));
        people.does(
                team.caseworker(),
                PLAN_WRITE,
                told,
                () -> steps.answer(number, version(number), DemoPath.yes(i, ConsentScope.PLAN, id), null));
        LocalDate start = LocalDate.ofInstant(told, BusinessClock.ZONE);
        people.does(team.caseworker(), PLAN_WRITE, told, () -> steps.start(number, version(number), start));
        if (daysAgo > 60) {
            rate(i, told.plus(28, ChronoUnit.DAYS), number, team, id);
        }
        if (daysAgo > 100) {
            // The latest review was some days ago: most of the next ones are still ahead, a few are late.
            rate(i + 1, clock.instant().minus(i % LATEST_REVIEW, ChronoUnit.DAYS), number, team, id);
        }
    }

    private int version(CaseNumber number) {
        return screen.ofCase("rehabilitation_plan", number.text()).version();
    }

    private void rate(int i, Instant at, CaseNumber number, Team team, UUID plan) {
        List<RatingEntry> ratings = new ArrayList<>();
        for (UUID goal : screen.goals(plan)) {
            ratings.add(new RatingEntry(goal, RATINGS[(ratings.size() + i) % RATINGS.length], null));
        }
        people.does(team.supervisor(), PLAN_RATE, at, () -> progress.rate(number, plan, version(number), ratings));
    }

    private static PlanEntry entry(int i, UUID id, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, BusinessClock.ZONE);
        List<PlanEntry.Component> components = NeedArea.COMPONENTS.stream()
                .map(area -> component(i, area, day))
                .toList();
        return new PlanEntry(id, null, components);
    }

    private static PlanEntry.Component component(int i, NeedArea area, LocalDate day) {
        int turn = (area.ordinal() + i) % 4;
        if (turn == 3 && area != NeedArea.EDUCATION) {
            return new PlanEntry.Component(area, PlanDecision.DECLINED, day, null, List.of());
        }
        if (turn == 2 && area != NeedArea.EDUCATION) {
            return new PlanEntry.Component(area, PlanDecision.NOT_NEEDED, null, null, List.of());
        }
        UUID goal = DemoPath.id(i, "goal-" + area);
        PlanEntry.Action action = new PlanEntry.Action(
                DemoPath.id(i, "action-" + area),
                DemoTexts.action(i + area.ordinal()),
                Responsible.CASEWORKER,
                null,
                day.plusDays(14));
        return new PlanEntry.Component(
                area,
                PlanDecision.GOALS,
                null,
                null,
                List.of(new PlanEntry.Goal(
                        goal,
                        DemoTexts.aim(area.ordinal()),
                        "Sənəd və ya söhbət",
                        day.plusMonths(4),
                        List.of(action))));
    }

    private void allowance(int i, long daysAgo, Instant at, CaseNumber number, Team team) {
        int year = LocalDate.ofInstant(at, BusinessClock.ZONE).getYear();
        RequestForm form = new RequestForm(
                DemoPath.id(i, "request"),
                null,
                ReimbursementKind.ONE_TIME_ALLOWANCE,
                new BigDecimal("700.00"),
                screen.budget(year),
                PayeeKind.VICTIM,
                DemoTexts.given(i) + " " + DemoTexts.family(i),
                PaymentMethod.CASH_AGAINST_SIGNATURE,
                null);
        RequestNumber request =
                people.as(team.caseworker(), REIMBURSEMENT_REQUEST, at, () -> requests.request(number, form));
        if (daysAgo < 55) {
            return;
        }
        people.does(
                team.supervisor(),
                REIMBURSEMENT_REVIEW,
                at.plus(1, ChronoUnit.DAYS),
                () -> decisions.review(request, screen.request(request.text())));
        if (daysAgo < 65) {
            return;
        }
        UUID finance = screen.employer("finance.approver");
        people.does(
                new Worker("finance.approver", Role.FINANCE_APPROVER, finance),
                REIMBURSEMENT_APPROVE,
                at.plus(3, ChronoUnit.DAYS),
                () -> decisions.approve(request, screen.request(request.text())));
        if (daysAgo < 75) {
            return;
        }
        Instant paid = at.plus(6, ChronoUnit.DAYS);
        people.does(
                new Worker("finance.payer", Role.FINANCE_PAYER, finance),
                REIMBURSEMENT_PAY,
                paid,
                () -> decisions.pay(
                        request,
                        screen.request(request.text()),
                        new ReimbursementDecisionService.Payment(
                                DemoPath.id(i, "payment"),
                                LocalDate.ofInstant(paid, BusinessClock.ZONE),
                                "DEMO-" + (10_000 + i))));
    }
}
