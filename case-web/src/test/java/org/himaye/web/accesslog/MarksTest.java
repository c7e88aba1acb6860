package org.himaye.web.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Arrays;
import org.himaye.accesslog.AccessQuery.Cursor;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void aMarkKeepsMicrosecondsAndSequence() {
        Cursor place = new Cursor(Instant.parse("2026-11-22T06:07:08.123456Z"), 42);

        assertEquals(place, Marks.read(Marks.write(place)));
    }

    @Test
    void somethingElseIsNoMark() {
        for (String typed :
                Arrays.asList(null, "", "x", "1", "1-", "-1", "99999999999999999999-1", "1-1; drop table")) {
            assertNull(Marks.read(typed));
        }
    }
}
