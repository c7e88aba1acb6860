package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The date of the decision lies in the future or before the unit was told. */
public class DecisionDateWrong extends BusinessException {

    public DecisionDateWrong() {
        super("decisionDate", new Object[0]);
    }
}
