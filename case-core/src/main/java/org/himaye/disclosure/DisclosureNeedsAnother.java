package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** Whoever entered or checked a request does not decide on it, and whoever decided does not review (domain.md 4.3). */
public class DisclosureNeedsAnother extends BusinessException {

    DisclosureNeedsAnother() {
        super();
    }
}
