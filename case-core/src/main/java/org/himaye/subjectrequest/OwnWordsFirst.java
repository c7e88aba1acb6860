package org.himaye.subjectrequest;

import org.himaye.shared.BusinessException;

/** A disputed fact keeps her own words beside it: they are written down first (domain.md 4.8). */
public class OwnWordsFirst extends BusinessException {

    OwnWordsFirst() {
        super("grounds", new Object[0]);
    }
}
