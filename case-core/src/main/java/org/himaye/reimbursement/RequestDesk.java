package org.himaye.reimbursement;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.himaye.casefile.CaseAccess;
import org.himaye.casefile.CaseFacts;
import org.himaye.casefile.CaseFiles;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.Caller;
import org.himaye.confidentiality.ChangedMeanwhile;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Refused;
import org.himaye.confidentiality.Relation;
import org.himaye.confidentiality.Role;
import org.himaye.reimbursement.ReimbursementRepository.Found;
import org.himaye.shared.BusinessClock;

/**
 * How a caller comes to a request: who works on the case or supervises it by that, finance by the queue: a request that waits for
 * the caller's step, or on which the caller took one. Writes the history of each step.
 */
@Dependent
class RequestDesk {

    static final String TABLE = "reimbursement_request";

    /** Works for all institutions and sees no case. */
    private static final Set<Role> FINANCE =
            EnumSet.of(Role.FINANCE_REVIEWER, Role.FINANCE_APPROVER, Role.FINANCE_PAYER);

    @Inject
    private ReimbursementRepository requests;

    @Inject
    private CaseAccess access;

    @Inject
    private CaseFiles files;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ActRecord record;

    @Inject
    private BusinessClock clock;

    /**
     * A request on the caller's desk.
     *
     * @param waits for a step of the caller's job
     */
    record Open(ReimbursementRequest request, CaseFacts facts, boolean waits) {}

    static boolean finance(Caller caller) {
        return FINANCE.contains(caller.role());
    }

    /** @throws Refused for an unknown number and for a request that is not the caller's business alike */
    Open open(RequestNumber number) {
        return open(number, null);
    }

    /**
     * As {@link #open(RequestNumber)}, for who has it on the screen: whoever could see it a moment ago, because it waited for a step
     * of that job, still learns its state.
     *
     * @param seen the version on the screen, or null
     */
    Open open(RequestNumber number, Integer seen) {
        return open(requests.get(number, currentCaller.get().sub()), seen);
    }

    /** As {@link #open(RequestNumber, Integer)}, for a step: the row is held until the act ends. */
    Open hold(RequestNumber number, int seen) {
        return open(requests.lock(number, currentCaller.get().sub()), seen);
    }

    /** As {@link #hold}, when nobody else took a step since the caller looked. */
    Open take(RequestNumber number, int seen) {
        Open open = hold(number, seen);
        requireAsSeen(open, seen);
        return open;
    }

    /**
     * @throws DecidedMeanwhile when a colleague decided, so that it waits for the caller no more
     * @throws ChangedMeanwhile when it changed and still waits for the caller, or the caller changed it
     */
    void requireAsSeen(Open open, int seen) {
        ReimbursementRequest request = open.request();
        if (request.version() != seen
                && !open.waits()
                && !currentCaller.get().sub().equals(request.updatedBy())) {
            throw new DecidedMeanwhile(request.state());
        }
        ChangedMeanwhile.check(request, seen);
    }

    private Open open(Found found, Integer seen) {
        Caller caller = currentCaller.get();
        Set<ReimbursementState> waiting = ReimbursementState.waitingFor(caller);
        boolean waits = waiting.contains(found.request().state());
        boolean mine = finance(caller) && (waits || found.acted() || overtaken(found.request(), seen, waiting));
        Set<Relation> own = mine ? EnumSet.of(Relation.OWN_QUEUE) : Set.of();
        CaseFacts facts = access.require(found.caseNumber(), own);
        record.on(TABLE, found.request().id());
        return new Open(found.request(), facts, waits);
    }

    /** It waited for the caller's job and has moved on since it was shown. */
    private boolean overtaken(ReimbursementRequest request, Integer seen, Set<ReimbursementState> waiting) {
        return seen != null && seen <= request.version() && requests.stoodIn(request.id(), waiting);
    }

    /** Writes a step to the history of the case. */
    void step(ReimbursementRequest request, ReimbursementState from, ReimbursementReason reason) {
        files.step(request.caseId(), TABLE, request.id(), from, request.state(), reason);
    }

    /** Keeps who did it. */
    void decided(ReimbursementRequest request, ReimbursementStep step, ReimbursementReason reason) {
        requests.add(new ReimbursementDecision(request, step, reason, currentCaller.get(), clock.instant()));
    }
}
