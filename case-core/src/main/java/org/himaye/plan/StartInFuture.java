package org.himaye.plan;

import java.time.LocalDate;
import org.himaye.shared.BusinessException;

/** A plan starts today or started earlier. */
public class StartInFuture extends BusinessException {

    /** @param today the last day allowed */
    public StartInFuture(LocalDate today) {
        super("startedOn", new Object[] {today});
    }
}
