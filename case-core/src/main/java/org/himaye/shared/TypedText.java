package org.himaye.shared;

import java.text.Normalizer;

/**
 * Text as people type it: trimmed, in Unicode normal form C, empty is null. Control characters and those that turn the writing
 * direction are refused, because they make a text look like another one (domain.md 3.5).
 */
public final class TypedText {

    private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C";

    private TypedText() {}

    /**
     * @param field the form field beside which a refusal stands
     * @return the text, or null when nothing was typed
     * @throws TextNotAllowed when it holds characters that nobody types
     * @throws TextTooLong when it has more than {@code longest} characters
     */
    public static String of(String field, String typed, int longest) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (text.codePoints().anyMatch(TypedText::forbidden)) {
            throw new TextNotAllowed(field);
        }
        if (text.length() > longest) {
            throw new TextTooLong(field, longest);
        }
        return text;
    }

    private static boolean forbidden(int c) {
        boolean line = c == '\n' || c == '\r' || c == '\t';
        return (Character.isISOControl(c) && !line) || TURNING.indexOf(c) >= 0 || c == 0xFEFF || c == 0xFFFE;
    }
}
