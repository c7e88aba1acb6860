package org.himaye.confidentiality;

import java.time.Instant;
import org.himaye.shared.BusinessException;

/** More than one person's work takes in an hour; the sentence tells when it goes on. */
public class QuotaReached extends BusinessException {

    QuotaReached(Instant goesOn) {
        super((Object) goesOn);
    }
}
