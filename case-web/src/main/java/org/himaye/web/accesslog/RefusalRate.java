package org.himaye.web.accesslog;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How many refusals of nobody in particular are recorded within a minute: a program that tries tokens would else fill the log, and with
 * it the disk, without an account. The one that is too many is recorded as that, those after it until the minute is over are not.
 */
@ApplicationScoped
public class RefusalRate {

    static final int MOST = 60;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private long begun = System.nanoTime();
    private int count;

    /** What is to be done with a refusal. */
    enum Record {
        AS_IT_IS,
        /** More of them come than are recorded. */
        AS_FLOOD,
        NOT
    }

    Record next() {
        return next(System.nanoTime());
    }

    synchronized Record next(long now) {
        if (now - begun >= MINUTE) {
            begun = now;
            count = 0;
        }
        count = Math.min(count + 1, MOST + 2);
        return count <= MOST ? Record.AS_IT_IS : count == MOST + 1 ? Record.AS_FLOOD : Record.NOT;
    }
}
