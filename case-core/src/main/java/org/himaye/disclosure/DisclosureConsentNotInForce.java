package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** The consent was not given, was taken back, or its last day has passed. */
public class DisclosureConsentNotInForce extends BusinessException {

    DisclosureConsentNotInForce() {
        super("consent", new Object[0]);
    }
}
