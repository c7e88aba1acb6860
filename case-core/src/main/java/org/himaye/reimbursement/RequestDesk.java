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
        return open(requests.get(number, currentCaller.get().sub()));
    }

    /** As {@link #open}, for a step: the row is held until the act ends. */
    Open take(RequestNumber number) {
        return open(requests.lock(number, currentCaller.get().sub()));
    }

    /** As {@link #take(RequestNumber)}, when nobody else took a step since the caller looked. */
    Open take(RequestNumber number, int version) {
        Open open = take(number);
        ChangedMeanwhile.check(open.request(), version);
        return open;
    }

    private Open open(Found found) {
        Caller caller = currentCaller.get();
        boolean waits =
                ReimbursementState.waitingFor(caller).contains(found.request().state());
        Set<Relation> own = finance(caller) && (waits || found.acted()) ? EnumSet.of(Relation.OWN_QUEUE) : Set.of();
        CaseFacts facts = access.require(found.caseNumber(), own);
        record.on(TABLE, found.request().id());
        return new Open(found.request(), facts, waits);
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
