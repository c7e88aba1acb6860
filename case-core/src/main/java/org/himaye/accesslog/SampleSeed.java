package org.himaye.accesslog;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sample is drawn by: letters of the server's lot, and up to which number of the log. Typed again it draws the same events from the same filter,
 * whatever was recorded since.
 *
 * @param letters {@link #LENGTH} of Crockford's base 32
 * @param until number of the newest event that can be drawn
 */
record SampleSeed(String letters, long until) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern SHAPE = Pattern.compile("([" + LETTERS + "]{" + LENGTH + "})-([0-9]{1,18})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static SampleSeed random(long until) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new SampleSeed(letters.toString(), until);
    }

    /** @throws SeedWrong when it is none */
    static SampleSeed parse(String typed) {
        Matcher parts = SHAPE.matcher(typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new SeedWrong();
        }
        return new SampleSeed(parts.group(1), Long.parseLong(parts.group(2)));
    }

    @Override
    public String toString() {
        return letters + "-" + until;
    }
}
