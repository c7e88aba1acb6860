package org.himaye.casefile;

import org.himaye.shared.BusinessException;

/** The chosen colleague is no active caseworker of this institution. */
public class NotACaseworker extends BusinessException {

    public NotACaseworker() {
        super("caseworker", new Object[0]);
    }
}
