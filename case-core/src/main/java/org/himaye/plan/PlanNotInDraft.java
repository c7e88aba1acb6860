package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** The version was submitted or approved: it can be read, and changed only by sending it back or by a new version (BR-052). */
public class PlanNotInDraft extends BusinessException {

    public PlanNotInDraft(PlanStatus status) {
        super(status);
    }
}
