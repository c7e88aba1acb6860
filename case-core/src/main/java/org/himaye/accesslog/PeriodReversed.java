package org.himaye.accesslog;

import org.himaye.shared.BusinessException;

/** The first day of a period comes after its last. */
public class PeriodReversed extends BusinessException {

    public PeriodReversed() {
        super("to", new Object[0]);
    }
}
