package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** Nothing can be sent before the signs were assessed and concluded as presumed. */
public class GroundsMissing extends BusinessException {

    public GroundsMissing() {
        super();
    }
}
