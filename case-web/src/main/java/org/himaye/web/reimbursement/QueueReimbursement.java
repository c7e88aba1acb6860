package org.himaye.web.reimbursement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.himaye.reimbursement.ReimbursementQueue;
import org.himaye.reimbursement.ReimbursementService;
import org.himaye.shared.PageAsked;

/** {@code /reimbursement/queue.xhtml}: what waits for the reader's step. */
@Named
@RequestScoped
public class QueueReimbursement {

    @Inject
    private ReimbursementService reimbursements;

    private String before;
    private String after;
    private ReimbursementQueue view;

    public void load() {
        view = reimbursements.queue(PageAsked.of(before, after));
    }

    public ReimbursementQueue getView() {
        return view;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
