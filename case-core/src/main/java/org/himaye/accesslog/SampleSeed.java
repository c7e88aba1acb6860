package org.himaye.accesslog;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sample is drawn by: letters of the server's lot, up to which number of the log, and a mark by which the server knows them again. Typed again it
 * draws the same events from the same filter, whatever was recorded since; one that somebody thought of, because it spares somebody, draws nothing.
 *
 * @param letters {@link #LENGTH} of Crockford's base 32
 * @param until number of the newest event that can be drawn
 * @param mark of the two, which nobody makes without the server's key
 */
record SampleSeed(String letters, long until, String mark) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int MARK = 8;
    private static final Pattern SHAPE =
            Pattern.compile("([" + LETTERS + "]{" + LENGTH + "})-([0-9]{1,18})-([0-9A-F]{" + MARK + "})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param key makes a text of at least {@link #MARK} hexadecimal digits of another, as only this server does */
    static SampleSeed random(long until, UnaryOperator<String> key) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new SampleSeed(letters.toString(), until, mark(letters.toString(), until, key));
    }

    private static String mark(String letters, long until, UnaryOperator<String> key) {
        return key.apply(letters + "-" + until).substring(0, MARK).toUpperCase(Locale.ROOT);
    }

    /**
     * @param key as for {@link #random}
     * @throws SeedWrong when it is none that this server drew
     */
    static SampleSeed parse(String typed, UnaryOperator<String> key) {
        Matcher parts = SHAPE.matcher(typed == null ? "" : typed.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new SeedWrong();
        }
        long until = Long.parseLong(parts.group(2));
        if (!parts.group(3).equals(mark(parts.group(1), until, key))) {
            throw new SeedWrong();
        }
        return new SampleSeed(parts.group(1), until, parts.group(3));
    }

    @Override
    public String toString() {
        return letters + "-" + until + "-" + mark;
    }
}
