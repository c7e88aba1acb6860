package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search of the canaries itself: a form that it misses would make every other test of it green for nothing. */
class HiddenFormsTest {

    private static final String SOUGHT = "zebradrift";

    private final HiddenForms forms = new HiddenForms();

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aTextIsFoundHoweverItIsWritten(String encoding) {
        forms.add(SOUGHT);
        Charset charset = Charset.forName(encoding);
        for (String before : new String[] {"", "a", "ab", "abc"}) {
            for (String text : new String[] {SOUGHT, SOUGHT.toUpperCase(Locale.ROOT)}) {
                byte[] bytes = (before + text + "§ after").getBytes(charset);
                assertFound(bytes);
                assertFound(ascii(HexFormat.of().formatHex(bytes)));
                assertFound(ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
                assertFound(ascii(Base64.getEncoder().encodeToString(bytes)));
                assertFound(ascii(Base64.getUrlEncoder().encodeToString(bytes)));
            }
        }
        byte[] other = "zebradrif and zebra drift".getBytes(charset);
        assertFalse(forms.in(other, other.length));
    }

    private void assertFound(byte[] bytes) {
        assertTrue(forms.in(bytes, bytes.length), () -> new String(bytes, StandardCharsets.ISO_8859_1));
        assertFalse(forms.in(bytes, 8), "only as far as there are bytes");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
