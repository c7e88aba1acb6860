package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** Its last day has passed: it would have to be asked for again. */
public class DisclosureExpired extends BusinessException {

    DisclosureExpired() {
        super();
    }
}
