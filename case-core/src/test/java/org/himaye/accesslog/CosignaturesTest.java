package org.himaye.accesslog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosignaturesTest {

    private static String line(String witness, long time) {
        byte[] signature = ByteBuffer.allocate(76).putLong(4, time).array();
        return "— " + witness + " " + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    /** However often one comes, and an old one that is sent again pushes no newer out. */
    @Test
    void ofEachWitnessTheNewestIsKept() {
        String before = line("a", 5) + line("b", 7);

        String after =
                new Cosignatures("", 1, List.of(line("a", 9), line("a", 8), line("b", 6), line("c", 1))).with(before);

        assertEquals(line("a", 9) + line("b", 7) + line("c", 1), after);
        assertEquals(line("a", 9), new Cosignatures("", 1, List.of(line("a", 9))).with(null));
    }
}
