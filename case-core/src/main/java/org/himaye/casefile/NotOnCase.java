package org.himaye.casefile;

import org.himaye.shared.BusinessException;

/** The chosen colleague has no function on this case that could end by itself: none, or that of the responsible caseworker, who hands over. */
public class NotOnCase extends BusinessException {

    public NotOnCase() {
        super("colleague", new Object[0]);
    }
}
