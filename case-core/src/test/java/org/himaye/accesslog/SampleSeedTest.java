package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SampleSeedTest {

    private static final UnaryOperator<String> OURS = text -> "%08x".formatted(text.hashCode());

    @Test
    void whatIsShownIsReadAgainAsItIsTyped() {
        SampleSeed seed = SampleSeed.random(128_934, OURS);

        assertEquals(seed, SampleSeed.parse(" " + seed.toString().toLowerCase(java.util.Locale.ROOT) + " ", OURS));
        assertEquals(128_934, SampleSeed.parse(seed.toString(), OURS).until());
        assertNotEquals(seed, SampleSeed.random(128_934, OURS));
    }

    @Test
    void whatIsNoneIsRefused() {
        for (String typed : List.of(
                "",
                "7",
                "7K3M9QWX2RTA7K3M",
                "7K3M9QWX2RTA7K3M-",
                "7K3M9QWX2RTA7K3M-1",
                "7K3M9QWX2RTA7K3U-1-00000000",
                "7K3M9QWX2RTA7K3M-1-00000000;")) {
            assertThrows(SeedWrong.class, () -> SampleSeed.parse(typed, OURS), typed);
        }
    }

    /** Else the seed that spares a friend is found at home. */
    @Test
    void whatSomebodyThoughtOfIsRefused() {
        String drawn = SampleSeed.random(7, OURS).toString();
        String other = (drawn.charAt(0) == '7' ? "8" : "7") + drawn.substring(1);
        assertThrows(SeedWrong.class, () -> SampleSeed.parse(other, OURS));
        assertThrows(SeedWrong.class, () -> SampleSeed.parse(drawn.replace("-7-", "-8-"), OURS));
        assertThrows(SeedWrong.class, () -> SampleSeed.parse(drawn, text -> "00000000"));
    }
}
