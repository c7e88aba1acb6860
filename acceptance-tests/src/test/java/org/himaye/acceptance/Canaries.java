package org.himaye.acceptance;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Values that exist nowhere else, one for each field, and the search for them in every form they could hide in. */
final class Canaries implements Search.Sought {

    private static final int TOKEN = 10;

    /** Letters that each have one Cyrillic letter, so that a text that was written in the other script is found as well. */
    private static final String LATIN = "bdfklmnprstvz";

    private static final String CYRILLIC = "бдфклмнпрствз";

    /** Begins every text of this run, so that one search finds them all. */
    private final String prefix = letters(TOKEN);

    private final Map<String, String> planted = new LinkedHashMap<>();
    private final HiddenForms hidden = new HiddenForms();
    private final String iban = iban();

    Canaries() {
        hidden.add(prefix);
        hidden.add(inCyrillic(prefix));
        hidden.add(iban.substring(8));
        hidden.add(grouped(iban).substring(10));
    }

    private static String inCyrillic(String text) {
        StringBuilder other = new StringBuilder();
        text.chars().forEach(letter -> other.append(CYRILLIC.charAt(LATIN.indexOf(letter))));
        return other.toString();
    }

    private static String letters(int count) {
        Random random = ThreadLocalRandom.current();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LATIN.charAt(random.nextInt(LATIN.length())));
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
        String lower = text.toLowerCase(Locale.ROOT);
        return planted.entrySet().stream()
                .filter(each -> lower.contains(each.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether any canary stands in the bytes, in any form. */
    @Override
    public boolean in(byte[] bytes, int length) {
        return hidden.in(bytes, length);
    }
}
