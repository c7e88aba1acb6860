package org.himaye.restriction;

import org.himaye.shared.BusinessException;

/** Whoever entered an order or asked to lift a restriction does not decide on it (domain.md 4.6). */
public class AnotherPersonNeeded extends BusinessException {

    AnotherPersonNeeded() {
        super();
    }
}
