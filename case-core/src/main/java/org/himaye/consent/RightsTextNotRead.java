package org.himaye.consent;

import org.himaye.shared.BusinessException;

/** The text stood there in another language than the one that was to be recorded. */
public class RightsTextNotRead extends BusinessException {

    public RightsTextNotRead() {
        super("language", new Object[0]);
    }
}
