package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleSeedTest {

    @Test
    void whatIsShownIsReadAgainAsItIsTyped() {
        SampleSeed seed = SampleSeed.random(128_934);

        assertEquals(seed, SampleSeed.parse(" " + seed.toString().toLowerCase(java.util.Locale.ROOT) + " "));
        assertEquals(128_934, SampleSeed.parse(seed.toString()).until());
        assertNotEquals(seed, SampleSeed.random(128_934));
    }

    @Test
    void whatIsNoneIsRefused() {
        for (String typed : List.of(
                "", "7", "7K3M9QWX2RTA7K3M", "7K3M9QWX2RTA7K3M-", "7K3M9QWX2RTA7K3U-1", "7K3M9QWX2RTA7K3M-1;")) {
            assertThrows(SeedWrong.class, () -> SampleSeed.parse(typed), typed);
        }
    }
}
