package org.himaye.reimbursement;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.casefile.DeadlineKind;
import org.himaye.casefile.Deadlines;
import org.himaye.casefile.TransitionNotAllowed;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.KeyedHash;
import org.himaye.confidentiality.Permission;
import org.himaye.reimbursement.RequestDesk.Open;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Configuration;

/**
 * The steps of reviewer, approver and payer. Each holds the request's row, so that two at once act one after the other, and
 * refuses who took part before (BR-060).
 */
@Stateless
@PermitAll
public class ReimbursementDecisionService {

    private static final String CEILING = "reimb.approver.ceiling.azn";

    @Inject
    private ReimbursementRepository requests;

    @Inject
    private RequestDesk desk;

    @Inject
    private Deadlines deadlines;

    @Inject
    private Configuration configuration;

    @Inject
    private KeyedHash hashes;

    @Inject
    private Gate gate;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private BusinessClock clock;

    /**
     * The papers are enough and nothing was paid twice.
     *
     * @throws SeparationOfDuties when the caller asked for it
     * @throws DecidedMeanwhile when a colleague decided since the caller looked
     * @throws ChangedMeanwhile when it changed otherwise since the caller looked
     */
    @Act(value = Permission.REIMBURSEMENT_REVIEW, action = Action.UPDATE)
    public void review(RequestNumber number, int version) {
        ReimbursementRequest request = takeUp(number, version);
        ReimbursementState from = request.state();
        request.review(by(), clock.instant());
        taken(request, from, ReimbursementStep.REVIEW, null);
        deadlines.met(request.caseId(), DeadlineKind.REIMBURSEMENT_REVIEW);
        deadlines.start(request.caseId(), DeadlineKind.REIMBURSEMENT_APPROVAL);
    }

    /** Something is missing: back to the caseworker, who may ask again. */
    @Act(value = Permission.REIMBURSEMENT_REVIEW, action = Action.UPDATE)
    public void sendBack(RequestNumber number, int version, ReimbursementReason reason) {
        ReimbursementRequest request = takeUp(number, version);
        requireReason(reason, ReimbursementStep.RETURN, "returnReason");
        ReimbursementState from = request.state();
        request.sendBack(by(), clock.instant());
        taken(request, from, ReimbursementStep.RETURN, reason);
        deadlines.met(request.caseId(), DeadlineKind.REIMBURSEMENT_REVIEW);
    }

    /** The reviewer's no. The person is told of the way to appeal. */
    @Act(value = Permission.REIMBURSEMENT_REVIEW, action = Action.UPDATE)
    public void rejectAtReview(RequestNumber number, int version, ReimbursementReason reason) {
        ReimbursementRequest request = takeUp(number, version);
        requireReason(reason, ReimbursementStep.REJECT, "rejectReason");
        reject(request, reason, DeadlineKind.REIMBURSEMENT_REVIEW);
    }

    /** The approver's no. */
    @Act(value = Permission.REIMBURSEMENT_APPROVE, action = Action.UPDATE)
    public void rejectAtApproval(RequestNumber number, int version, ReimbursementReason reason) {
        ReimbursementRequest request = desk.take(number, version).request();
        requireReason(reason, ReimbursementStep.REJECT, "rejectReason");
        if (request.state() != ReimbursementState.REVIEWED) {
            throw new TransitionNotAllowed(request.state(), ReimbursementState.REJECTED);
        }
        reject(request, reason, DeadlineKind.REIMBURSEMENT_APPROVAL);
    }

    private void reject(ReimbursementRequest request, ReimbursementReason reason, DeadlineKind met) {
        ReimbursementState from = request.state();
        request.reject(by(), clock.instant());
        taken(request, from, ReimbursementStep.REJECT, reason);
        deadlines.met(request.caseId(), met);
    }

    /**
     * Promises the money: the line is held and committed with the decision.
     *
     * @throws SeparationOfDuties when the caller asked for it or reviewed it
     * @throws RuleNotInForce when the rule has ended (BR-067)
     * @throws BudgetClosed when the line's year is not this one or closed
     * @throws BudgetExceeded when less is left on the line; also for the later of two approvers at once
     * @throws AmountAboveCeiling when one approver may not decide so much
     */
    @Act(value = Permission.REIMBURSEMENT_APPROVE, action = Action.UPDATE)
    public void approve(RequestNumber number, int version) {
        ReimbursementRequest request = desk.take(number, version).request();
        ReimbursementState from = request.state();
        request.approve(by(), clock.instant());
        LocalDate today = clock.today();
        ReimbursementRule rule = requests.rule(request.kind(), today)
                .filter(found -> found.inForce(today))
                .orElseThrow(RuleNotInForce::new);
        if (request.amount().compareTo(rule.amount()) > 0) {
            throw new AmountAboveRule(rule.amount());
        }
        BigDecimal ceiling = configuration.value(CEILING);
        if (request.amount().compareTo(ceiling) > 0) {
            throw new AmountAboveCeiling(ceiling);
        }
        requests.lockBudget(request.budgetSourceId()).commit(request.amount(), today.getYear());
        int part = 1;
        for (BigDecimal amount : Amounts.split(request.amount(), 1)) {
            requests.add(new Instalment(request, part++, amount, by(), clock.instant()));
        }
        taken(request, from, ReimbursementStep.APPROVE, null);
        deadlines.met(request.caseId(), DeadlineKind.REIMBURSEMENT_APPROVAL);
        deadlines.start(request.caseId(), DeadlineKind.REIMBURSEMENT_PAYMENT);
    }

    /**
     * A payment as the payer books it.
     *
     * @param key made by the page: the same key again is the same payment
     * @param paidOn day of the payment, not in the future
     * @param bankReference the bank's number of it
     */
    public record Payment(UUID key, LocalDate paidOn, String bankReference) {}

    /**
     * Books that it was paid. A second call with the same key changes nothing.
     *
     * @throws SeparationOfDuties when the caller asked for it or approved it
     * @throws PaymentDateNotPossible when it lies in the future or before the approval
     * @throws BankReferenceUsed when another payment has this reference
     */
    @Act(value = Permission.REIMBURSEMENT_PAY, action = Action.UPDATE)
    public void pay(RequestNumber number, int version, Payment payment) {
        Open open = desk.hold(number, version);
        ReimbursementRequest request = open.request();
        List<Instalment> instalments = requests.instalments(request.id());
        if (instalments.stream().anyMatch(each -> each.paidWith(payment.key()))) {
            return;
        }
        desk.requireAsSeen(open, version);
        ReimbursementState from = request.state();
        request.pay(by(), clock.instant());
        LocalDate approved = LocalDate.ofInstant(request.approvedAt(), BusinessClock.ZONE);
        if (payment.paidOn() == null
                || payment.paidOn().isAfter(clock.today())
                || payment.paidOn().isBefore(approved)) {
            throw new PaymentDateNotPossible();
        }
        BankReference reference = BankReference.parse(payment.bankReference());
        String mark = hashes.of(KeyedHash.Use.BANK_REFERENCE, reference.text());
        if (requests.usedBefore(reference, mark)) {
            throw new BankReferenceUsed();
        }
        for (Instalment each : instalments) {
            each.pay(payment.paidOn(), mark, payment.key(), by(), clock.instant());
            gate.write(open.facts().policy(), each, Map.of("bankReference", reference.text()));
        }
        requests.lockBudget(request.budgetSourceId()).pay(request.amount());
        taken(request, from, ReimbursementStep.PAY, null);
        deadlines.met(request.caseId(), DeadlineKind.REIMBURSEMENT_PAYMENT);
    }

    /** A request that was sent is taken up by the first step of its reviewer. */
    private ReimbursementRequest takeUp(RequestNumber number, int version) {
        ReimbursementRequest request = desk.take(number, version).request();
        if (request.state() != ReimbursementState.UNDER_REVIEW) {
            ReimbursementState from = request.state();
            request.takeUp(by(), clock.instant());
            desk.step(request, from, null);
        }
        return request;
    }

    private void taken(
            ReimbursementRequest request, ReimbursementState from, ReimbursementStep step, ReimbursementReason reason) {
        desk.step(request, from, reason);
        desk.decided(request, step, reason);
    }

    private static void requireReason(ReimbursementReason reason, ReimbursementStep step, String field) {
        if (reason == null || !reason.fits(step)) {
            throw new ReasonMissing(field);
        }
    }

    private UUID by() {
        return currentCaller.get().sub();
    }
}
