package org.himaye.plan;

import java.time.LocalDate;
import org.himaye.shared.BusinessException;

/** Nothing begins before the person has agreed to it (BR-051). */
public class StartBeforeConsent extends BusinessException {

    /** @param agreed the first day allowed */
    public StartBeforeConsent(LocalDate agreed) {
        super("startedOn", new Object[] {agreed});
    }
}
