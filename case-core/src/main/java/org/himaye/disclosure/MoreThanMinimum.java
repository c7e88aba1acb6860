package org.himaye.disclosure;

import org.himaye.shared.BusinessException;

/** In danger the least that helps goes, and no more (domain.md 4.2). */
public class MoreThanMinimum extends BusinessException {

    MoreThanMinimum() {
        super("fields", new Object[0]);
    }
}
