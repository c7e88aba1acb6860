package org.himaye.plan;

import org.himaye.assessment.NeedArea;
import org.himaye.shared.BusinessException;

/** BR-050: every component is addressed, by goals or by saying that it is not needed or declined. */
public class ComponentsNotAddressed extends BusinessException {

    public ComponentsNotAddressed(NeedArea open) {
        super("decision_" + open, new Object[] {open});
    }
}
