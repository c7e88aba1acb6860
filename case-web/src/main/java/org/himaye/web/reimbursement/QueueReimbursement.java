package org.himaye.web.reimbursement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.himaye.reimbursement.ReimbursementQueue;
import org.himaye.reimbursement.ReimbursementService;
import org.himaye.web.shared.Turned;

/** {@code /reimbursement/queue.xhtml}: what waits for the reader's step. */
@Named
@RequestScoped
public class QueueReimbursement {

    @Inject
    private ReimbursementService reimbursements;

    private final Turned turned = new Turned();
    private ReimbursementQueue view;

    public void load() {
        view = reimbursements.queue(turned.asked());
    }

    public ReimbursementQueue getView() {
        return view;
    }

    public Turned getTurned() {
        return turned;
    }
}
