package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The date of the decision lies in the future. */
public class DecisionDateWrong extends BusinessException {

    public DecisionDateWrong() {
        super("decisionDate", new Object[0]);
    }
}
