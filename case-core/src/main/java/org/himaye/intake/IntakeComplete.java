package org.himaye.intake;

import org.himaye.shared.BusinessException;

/** Intake is complete already. */
public class IntakeComplete extends BusinessException {

    public IntakeComplete() {
        super();
    }
}
