package org.himaye.identification;

import org.himaye.shared.BusinessException;

/** The end lies before the beginning, or in the future. */
public class EpisodeDatesWrong extends BusinessException {

    public EpisodeDatesWrong() {
        super("toDate", new Object[0]);
    }
}
