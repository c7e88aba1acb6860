package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** The paper was withdrawn after the decision: it goes no more. */
public class PaperWithdrawn extends BusinessException {

    PaperWithdrawn() {
        super("paper", new Object[0]);
    }
}
