package org.himaye.verifier.log;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.himaye.verifier.Unusable;
import org.himaye.verifier.note.Checkpoint;

/**
 * A checkpoint in a line that can be printed, mailed, and typed in again: date, size, 160 bits of the root in Crockford's base 32, and
 * four letters that show a mistake in typing or a line of another installation.
 *
 * @param root its first 20 bytes
 */
public record DailyLine(LocalDate date, long size, byte[] root) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int ROOT_BYTES = 20;
    private static final int ROOT_LETTERS = 32;
    private static final int CHECK_LETTERS = 4;
    private static final int CHECK_BITS = 20;
    private static final int GROUP = 4;
    private static final String SHAPE = "\\d{4}-\\d{2}-\\d{2} \\d{1,15} [0-9A-Z ]+";

    public static DailyLine of(Checkpoint checkpoint, LocalDate date) {
        return new DailyLine(date, checkpoint.size(), Arrays.copyOf(checkpoint.root(), ROOT_BYTES));
    }

    /**
     * Reads a typed line; hyphens, spaces and small letters do not matter, nor O for 0, I and L for 1.
     *
     * @throws Unusable when a letter is wrong, or the line is of another log
     */
    public static DailyLine parse(String typed, String origin) {
        String line = typed.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        String date = line.length() > 10 ? line.substring(0, 10) : "";
        line = date
                + line.substring(date.length())
                        .replace("-", " ")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        if (!line.matches(SHAPE)) {
            throw new Unusable("This is not a line of a log: date, number of entries, nine groups of four letters");
        }
        String[] parts = line.split(" ", 3);
        String code = parts[2].replace(" ", "");
        if (code.length() == ROOT_LETTERS + CHECK_LETTERS && code.chars().allMatch(c -> LETTERS.indexOf(c) >= 0)) {
            try {
                DailyLine read = new DailyLine(
                        LocalDate.parse(parts[0]), Long.parseLong(parts[1]), bytes(code.substring(0, ROOT_LETTERS)));
                if (read.check(origin).equals(code.substring(ROOT_LETTERS))) {
                    return read;
                }
            } catch (DateTimeException e) {
                // Said below.
            }
        }
        throw new Unusable("A letter of this line is wrong, or it is of another installation: " + typed.strip());
    }

    /** The line. */
    public String text(String origin) {
        String code = letters(root, ROOT_LETTERS) + check(origin);
        return date + " " + size + " " + String.join("-", code.split("(?<=\\G.{" + GROUP + "})"));
    }

    private String check(String origin) {
        try {
            String all =
                    "himaye line\n" + origin + "\n" + date + "\n" + size + "\n" + letters(root, ROOT_LETTERS) + "\n";
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            int bits = ByteBuffer.wrap(hash).getInt() >>> Integer.SIZE - CHECK_BITS;
            return letters(BigInteger.valueOf(bits).toByteArray(), CHECK_LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String letters(byte[] bytes, int count) {
        BigInteger rest = new BigInteger(1, bytes);
        char[] letters = new char[count];
        for (int i = count - 1; i >= 0; i--) {
            letters[i] = LETTERS.charAt(rest.intValue() & LETTERS.length() - 1);
            rest = rest.shiftRight(BITS);
        }
        return new String(letters);
    }

    private static byte[] bytes(String letters) {
        BigInteger all = BigInteger.ZERO;
        for (char each : letters.toCharArray()) {
            all = all.shiftLeft(BITS).or(BigInteger.valueOf(LETTERS.indexOf(each)));
        }
        byte[] bytes = new byte[ROOT_BYTES];
        byte[] number = all.toByteArray();
        int length = Math.min(number.length, ROOT_BYTES);
        System.arraycopy(number, number.length - length, bytes, ROOT_BYTES - length, length);
        return bytes;
    }
}
