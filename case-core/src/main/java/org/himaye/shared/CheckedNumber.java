package org.himaye.shared;

import java.security.SecureRandom;

/**
 * Letters of Crockford's base 32 with a check character (architecture.md 9): the sum over GF(32), reduced by x^5 + x^2 + 1, of
 * a^i times letter i, which finds every single error and every transposition. Random, so that a number tells nothing.
 */
public final class CheckedNumber {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;
    private static final int REDUCTION = 0b100101;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CheckedNumber() {}

    /** A new number such as {@code V-7K3MQ2-X}. */
    public static String random(char prefix) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return prefix + "-" + letters + "-" + check(letters);
    }

    /**
     * Normal form of what a person typed: upper case, I and L read as 1, O as 0, missing hyphens added.
     *
     * @return the number, or null when it is not one or its check character is wrong
     */
    public static String parse(char prefix, String typed) {
        if (typed == null) {
            return null;
        }
        String plain = typed.strip()
                .toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (plain.length() != LENGTH + 2 || plain.charAt(0) != prefix) {
            return null;
        }
        String letters = plain.substring(1, LENGTH + 1);
        if (letters.chars().anyMatch(c -> LETTERS.indexOf(c) < 0) || check(letters) != plain.charAt(LENGTH + 1)) {
            return null;
        }
        return prefix + "-" + letters + "-" + check(letters);
    }

    private static char check(CharSequence letters) {
        int sum = 0;
        int power = 1;
        for (int i = 0; i < letters.length(); i++) {
            power = times(power, 2);
            sum ^= times(power, LETTERS.indexOf(letters.charAt(i)));
        }
        return LETTERS.charAt(sum);
    }

    private static int times(int a, int b) {
        int product = 0;
        for (int bit = 0; bit < 5; bit++) {
            if ((b >> bit & 1) == 1) {
                product ^= a << bit;
            }
        }
        for (int bit = 9; bit >= 5; bit--) {
            if ((product >> bit & 1) == 1) {
                product ^= REDUCTION << (bit - 5);
            }
        }
        return product;
    }
}
