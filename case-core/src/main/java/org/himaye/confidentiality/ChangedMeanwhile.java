package org.himaye.confidentiality;

import org.himaye.shared.BusinessException;

/** Somebody else saved the same record first; nothing was overwritten and the typed text stays on the page. */
public class ChangedMeanwhile extends BusinessException {

    /**
     * @param expected version that the form was opened with
     * @throws ChangedMeanwhile when the row has moved on
     */
    public static void check(Row row, int expected) {
        if (row.version() != expected) {
            throw new ChangedMeanwhile();
        }
    }
}
