package org.himaye.breakglass;

import org.himaye.shared.BusinessException;

/** Reviews of others' emergency accesses that the caller owes are late: they come first. The argument is how many. */
public class OwnReviewOverdue extends BusinessException {

    OwnReviewOverdue(int count) {
        super(count);
    }
}
