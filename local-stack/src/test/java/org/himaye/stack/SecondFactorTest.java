package org.himaye.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The codes of demo people. */
class SecondFactorTest {

    /** Appendix B of RFC 6238, its last six digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "20000000000,353130"})
    void theCodesAreThoseOfTheStandard(long second, String code) {
        var factor = new SecondFactor("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

        assertEquals(code, factor.code(SecondFactor.window(Instant.ofEpochSecond(second))));
    }

    @Test
    void twoPeopleHaveDifferentCodes() {
        long now = SecondFactor.window(Instant.now());
        String one = SecondFactor.of("supervisor1").orElseThrow().code(now);
        String other = SecondFactor.of("supervisor2").orElseThrow().code(now);
        String one30SecondsLater = SecondFactor.of("supervisor1").orElseThrow().code(now + 1);

        assertTrue(!one.equals(other) || !one30SecondsLater.equals(other));
    }

    @Test
    void whoNeedsNoneHasNone() {
        assertTrue(SecondFactor.of("caseworker1").isEmpty());
    }

    @Test
    void aNameThatIsNoneIsTold() {
        assertThrows(StackProblem.class, () -> SecondFactor.of("nobody"));
    }
}
