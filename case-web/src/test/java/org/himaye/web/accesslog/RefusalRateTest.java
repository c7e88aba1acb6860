package org.himaye.web.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalRateTest {

    @Test
    void aFloodIsToldOnceAMinuteAndThenEverythingIsRecordedAgain() {
        RefusalRate rate = new RefusalRate();
        long now = System.nanoTime();

        List<RefusalRate.Record> first =
                Stream.generate(() -> rate.next(now)).limit(1000).toList();
        long later = now + Duration.ofSeconds(61).toNanos();

        assertEquals(RefusalRate.MOST, Collections.frequency(first, RefusalRate.Record.AS_IT_IS));
        assertEquals(1, Collections.frequency(first, RefusalRate.Record.AS_FLOOD));
        assertEquals(RefusalRate.Record.NOT, first.getLast());
        assertEquals(RefusalRate.Record.AS_IT_IS, rate.next(later));
    }
}
