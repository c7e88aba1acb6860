package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The form of signs ends with the assessor's conclusion, one way or the other. */
public class ResultMissing extends BusinessException {

    public ResultMissing() {
        super("result", new Object[0]);
    }
}
