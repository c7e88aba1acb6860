package org.himaye.acceptance;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Values that exist nowhere else, one for each field, and the search for them in every encoding they could hide in. */
final class Canaries {

    private static final int TOKEN = 10;

    /** Begins every text of this run, so that one search finds them all. */
    private final String prefix = letters(TOKEN);

    private final Map<String, String> planted = new LinkedHashMap<>();
    private final List<byte[]> hidden = new ArrayList<>();
    private final String iban = iban();

    Canaries() {
        hide(prefix);
        hide(iban.substring(8));
        hide(grouped(iban).substring(10));
    }

    private static String letters(int count) {
        Random random = ThreadLocalRandom.current();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("bcdfghjklmnpqrstvwxz".charAt(random.nextInt(20)));
        }
        return text.toString();
    }

    private static String iban() {
        String account = "NABZ" + letters(20).toUpperCase(Locale.ROOT);
        StringBuilder digits = new StringBuilder();
        (account + "AZ00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int check = 98
                - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return "AZ" + String.format("%02d", check) + account;
    }

    private static String grouped(String text) {
        return text.replaceAll("(.{4})", "$1 ").strip();
    }

    private void hide(String text) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            hidden.add(text.getBytes(charset));
        }
        hidden.add(
                HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII));
    }

    /** A text for the field, as long as it takes; fields too short for one get an ordinary word. */
    String plant(String field, int length) {
        if (length < TOKEN + 2) {
            return "Söz";
        }
        String text = prefix + (char) ('a' + planted.size() / 20) + "bcdfghjklmnpqrstvwxz".charAt(planted.size() % 20);
        planted.put(text, field);
        return text;
    }

    String account() {
        planted.put(iban, "iban");
        return iban;
    }

    int count() {
        return planted.size();
    }

    /** Fields whose value stands in the text. */
    List<String> in(String text) {
        return planted.entrySet().stream()
                .filter(each ->
                        text.toLowerCase(Locale.ROOT).contains(each.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether any canary stands in the bytes, in any encoding. */
    boolean in(byte[] bytes, int length) {
        return hidden.stream().anyMatch(pattern -> contains(bytes, length, pattern));
    }

    private static boolean contains(byte[] bytes, int length, byte[] pattern) {
        byte first = pattern[0];
        for (int i = 0; i <= length - pattern.length; i++) {
            if (bytes[i] == first && matches(bytes, i, pattern)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] pattern) {
        for (int i = 1; i < pattern.length; i++) {
            if (bytes[at + i] != pattern[i]) {
                return false;
            }
        }
        return true;
    }
}
