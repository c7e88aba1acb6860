package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The assessor's own words are needed: no count decides. */
public class ConclusionMissing extends BusinessException {

    public ConclusionMissing() {
        super("conclusion", new Object[0]);
    }
}
