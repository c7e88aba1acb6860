package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** Nobody can be told of a decision before it was taken, and who was told afterwards was told after it went. */
public class InformedTooEarly extends BusinessException {

    InformedTooEarly() {
        super("informedOn", new Object[0]);
    }
}
