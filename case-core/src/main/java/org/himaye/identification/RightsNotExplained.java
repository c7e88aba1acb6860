package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** Rights must be explained before grounds are established (domain.md 2.1) and before intake is complete (2.3). */
public class RightsNotExplained extends BusinessException {

    public RightsNotExplained() {
        super();
    }
}
