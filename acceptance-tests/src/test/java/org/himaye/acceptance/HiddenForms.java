package org.himaye.acceptance;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Texts as bytes could hold them: either case, three encodings, each plain, in hexadecimal digits and in base64. */
final class HiddenForms implements Search.Sought {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int TWO_BYTES = 1 << 16;

    /** By their first two bytes, so that one pass over the bytes finds all. */
    private final List<List<byte[]>> byBeginning = new ArrayList<>();

    HiddenForms() {
        for (int i = 0; i < TWO_BYTES; i++) {
            byBeginning.add(null);
        }
    }

    HiddenForms add(String text) {
        for (String spelled : List.of(text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))) {
            for (Charset encoding : ENCODINGS) {
                byte[] bytes = spelled.getBytes(encoding);
                add(bytes);
                add(ascii(HexFormat.of().formatHex(bytes)));
                add(ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
                addBase64(bytes);
            }
        }
        return this;
    }

    /** What stands before the text decides how its bits fall: three ways, and the characters at both ends belong to neighbours too. */
    private void addBase64(byte[] bytes) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String encoded = encoder.withoutPadding().encodeToString(shifted);
                int from = before == 0 ? 0 : before + 1;
                int to = shifted.length * 8 / 6;
                add(ascii(encoded.substring(from, to)));
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void add(byte[] form) {
        int at = beginning(form, 0);
        if (byBeginning.get(at) == null) {
            byBeginning.set(at, new ArrayList<>());
        }
        byBeginning.get(at).add(form);
    }

    @Override
    public boolean in(byte[] bytes, int length) {
        for (int i = 0; i + 1 < length; i++) {
            List<byte[]> forms = byBeginning.get(beginning(bytes, i));
            if (forms != null && anyAt(bytes, length, i, forms)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyAt(byte[] bytes, int length, int at, List<byte[]> forms) {
        for (byte[] form : forms) {
            if (at + form.length <= length && Arrays.equals(bytes, at, at + form.length, form, 0, form.length)) {
                return true;
            }
        }
        return false;
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
