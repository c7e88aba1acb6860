package org.himaye.web.reimbursement;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.himaye.confidentiality.Revealed;
import org.himaye.reimbursement.ReimbursementDecisionService;
import org.himaye.reimbursement.ReimbursementDecisionService.Payment;
import org.himaye.reimbursement.ReimbursementReason;
import org.himaye.reimbursement.ReimbursementService;
import org.himaye.reimbursement.ReimbursementState;
import org.himaye.reimbursement.ReimbursementStep;
import org.himaye.reimbursement.RequestNumber;
import org.himaye.reimbursement.RequestView;
import org.himaye.web.shared.ChosenPurpose;
import org.himaye.web.shared.Notices;

/** {@code /reimbursement/decide.xhtml}: one request, and the step that is the reader's. Each rendering is a read of its own. */
@Named
@ViewScoped
public class DecideReimbursement implements Serializable {

    private static final String QUEUE = "/reimbursement/queue.xhtml?faces-redirect=true";

    @Inject
    private ReimbursementService reimbursements;

    @Inject
    private ReimbursementDecisionService decisions;

    @Inject
    private Notices notices;

    @Inject
    private ChosenPurpose purpose;

    private String number;
    private transient RequestView view;
    private Integer seen;
    private boolean overtaken;
    private final UUID paymentKey = UUID.randomUUID();
    private ReimbursementReason returnReason;
    private ReimbursementReason rejectReason;
    private ReimbursementReason cancelReason;
    private LocalDate paidOn;
    private String bankReference;

    public void load() {
        view = reimbursements.open(RequestNumber.parse(number), purpose.chosen(), seen);
        overtaken |= seen != null && seen != view.version() && view.steps().isEmpty();
        seen = view.version();
    }

    /** A colleague decided while this page was open; what was answered here stays on it. */
    public boolean isOvertaken() {
        return overtaken;
    }

    /** What was chosen for a step that is no longer the reader's. */
    public ReimbursementReason getUnsentReason() {
        return Stream.of(
                        isReturning() ? null : returnReason,
                        isRejecting() ? null : rejectReason,
                        isCancelling() ? null : cancelReason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public boolean isUnsent() {
        return overtaken && (getUnsentReason() != null || paidOn != null || bankReference != null);
    }

    public String review() {
        decisions.review(target(), view.version());
        return done(ReimbursementStep.REVIEW);
    }

    public String sendBack() {
        decisions.sendBack(target(), view.version(), returnReason);
        return done(ReimbursementStep.RETURN);
    }

    public String reject() {
        if (view.state() == ReimbursementState.REVIEWED) {
            decisions.rejectAtApproval(target(), view.version(), rejectReason);
        } else {
            decisions.rejectAtReview(target(), view.version(), rejectReason);
        }
        return done(ReimbursementStep.REJECT);
    }

    public String approve() {
        decisions.approve(target(), view.version());
        return done(ReimbursementStep.APPROVE);
    }

    public String pay() {
        decisions.pay(target(), view.version(), new Payment(paymentKey, paidOn, bankReference));
        return done(ReimbursementStep.PAY);
    }

    public String cancel() {
        reimbursements.cancel(target(), view.version(), cancelReason);
        return done(ReimbursementStep.CANCEL);
    }

    private RequestNumber target() {
        return RequestNumber.parse(number);
    }

    private String done(ReimbursementStep step) {
        notices.done("reimbursement_decide.done", number, step);
        return QUEUE;
    }

    public boolean isReviewing() {
        return may(ReimbursementStep.REVIEW);
    }

    public boolean isReturning() {
        return may(ReimbursementStep.RETURN);
    }

    public boolean isRejecting() {
        return may(ReimbursementStep.REJECT);
    }

    public boolean isApproving() {
        return may(ReimbursementStep.APPROVE);
    }

    /** Paid is what was opened: payee and account stand on the page. */
    public boolean isPaying() {
        return may(ReimbursementStep.PAY) && !isWithheld();
    }

    public boolean isWriting() {
        return may(ReimbursementStep.REQUEST);
    }

    public boolean isCancelling() {
        return may(ReimbursementStep.CANCEL);
    }

    private boolean may(ReimbursementStep step) {
        return view != null && view.steps().contains(step);
    }

    /** True when choosing a purpose would show more. */
    public boolean isWithheld() {
        return !view.purposes().isEmpty() && view.request().values().stream().anyMatch(Revealed::isPurposeOffered);
    }

    /** True for a reader whose turn it no longer is. */
    public boolean isStateOnly() {
        return !view.request().containsKey("amount");
    }

    /** The budget line in words, or null when it is not shown. */
    public List<?> getLine() {
        return view.budget() == null
                ? List.of()
                : List.of(
                        view.budget().line().kind(),
                        Integer.toString(view.budget().line().fiscalYear()),
                        view.budget().line().line());
    }

    public List<ReimbursementReason> getReturnReasons() {
        return ReimbursementReason.of(ReimbursementStep.RETURN);
    }

    public List<ReimbursementReason> getRejectReasons() {
        return ReimbursementReason.of(ReimbursementStep.REJECT);
    }

    public List<ReimbursementReason> getCancelReasons() {
        return ReimbursementReason.of(ReimbursementStep.CANCEL);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public RequestView getView() {
        return view;
    }

    public ReimbursementReason getReturnReason() {
        return returnReason;
    }

    public void setReturnReason(ReimbursementReason returnReason) {
        this.returnReason = returnReason;
    }

    public ReimbursementReason getRejectReason() {
        return rejectReason;
    }

    public void setRejectReason(ReimbursementReason rejectReason) {
        this.rejectReason = rejectReason;
    }

    public ReimbursementReason getCancelReason() {
        return cancelReason;
    }

    public void setCancelReason(ReimbursementReason cancelReason) {
        this.cancelReason = cancelReason;
    }

    public LocalDate getPaidOn() {
        return paidOn;
    }

    public void setPaidOn(LocalDate paidOn) {
        this.paidOn = paidOn;
    }

    public String getBankReference() {
        return bankReference;
    }

    public void setBankReference(String bankReference) {
        this.bankReference = bankReference;
    }
}
