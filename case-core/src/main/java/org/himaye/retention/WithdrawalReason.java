package org.himaye.retention;

import java.util.Arrays;
import java.util.List;

/** Why a proposal was taken back. */
public enum WithdrawalReason {
    STILL_NEEDED,
    TERM_WRONG,
    PERSON_CHANGED_MIND,
    /** After a restore: the erasure had been done before, and was done again. */
    ERASED_BEFORE;

    /** What somebody can say; the last one is the machine's. */
    public static List<WithdrawalReason> said() {
        return Arrays.stream(values()).filter(each -> each != ERASED_BEFORE).toList();
    }
}
