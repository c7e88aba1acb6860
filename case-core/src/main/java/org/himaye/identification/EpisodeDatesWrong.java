package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The end lies before the beginning, or in the future. */
public class EpisodeDatesWrong extends BusinessException {

    /** @param field the day that cannot be */
    public EpisodeDatesWrong(String field) {
        super(field, new Object[0]);
    }
}
