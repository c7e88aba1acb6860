package org.himaye.search;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The normal form of what is looked up exactly: however it is written, one document or telephone has one. */
final class KnownNumber {

    private static final int SHORTEST_DOCUMENT = 6;
    private static final int FEWEST_DIGITS = 4;
    private static final int SHORTEST_TELEPHONE = 7;
    private static final int LONGEST_TELEPHONE = 15;
    private static final int NATIONAL = 9;
    private static final String COUNTRY = "994";

    /** A short series, then digits with letters among them. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?<![\\p{L}\\d])(?:\\p{L}{1,4}[ №-]{1,3})?(?=(?:\\p{L}*\\d){4})([\\p{L}\\d]{5,14})(?![\\p{L}\\d])");

    private static final Pattern TELEPHONE = Pattern.compile("[+(]?\\d[\\d ()./-]{5,20}\\d");

    /** Cyrillic letters that look like Latin ones on a card. */
    private static final Map<Character, Character> LOOK_ALIKE = Map.ofEntries(
            Map.entry('А', 'A'),
            Map.entry('В', 'B'),
            Map.entry('Е', 'E'),
            Map.entry('К', 'K'),
            Map.entry('М', 'M'),
            Map.entry('Н', 'H'),
            Map.entry('О', 'O'),
            Map.entry('Р', 'P'),
            Map.entry('С', 'C'),
            Map.entry('Т', 'T'),
            Map.entry('Х', 'X'),
            Map.entry('İ', 'I'),
            Map.entry('I', 'I'));

    private KnownNumber() {}

    /** Letters and digits alone; empty when it is too short to tell one person from another. */
    static Optional<String> document(String typed) {
        StringBuilder kept = new StringBuilder();
        for (char letter : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(letter)) {
                kept.append(LOOK_ALIKE.getOrDefault(letter, letter));
            }
        }
        long digits = kept.chars().filter(Character::isDigit).count();
        return kept.length() < SHORTEST_DOCUMENT || digits < FEWEST_DIGITS
                ? Optional.empty()
                : Optional.of(kept.toString());
    }

    /** Digits with the country's code; empty for a short number, which many have. */
    static Optional<String> telephone(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        if (digits.startsWith("00")) {
            digits = digits.substring(2);
        } else if (digits.startsWith("0")) {
            digits = COUNTRY + digits.substring(1);
        } else if (digits.length() == NATIONAL && !typed.strip().startsWith("+")) {
            digits = COUNTRY + digits;
        }
        return digits.length() < SHORTEST_TELEPHONE || digits.length() > LONGEST_TELEPHONE
                ? Optional.empty()
                : Optional.of(digits);
    }

    /** Each spelling of the family name with the day of birth. */
    static List<String> familyNameAndBirth(String family, LocalDate birth) {
        return Spelling.words(family).stream()
                .flatMap(word -> word.keys().stream())
                .map(key -> Spelling.VERSION + "|" + key + "|" + birth)
                .toList();
    }

    /** Numbers of documents in a sentence, each with the series before it and without: a short word there may be none. */
    static Set<String> documentsIn(String text) {
        Set<String> found = new LinkedHashSet<>();
        DOCUMENT.matcher(text).results().forEach(number -> {
            document(number.group()).ifPresent(found::add);
            document(number.group(1)).ifPresent(found::add);
        });
        return found;
    }

    /** Telephone numbers in a sentence. */
    static Set<String> telephonesIn(String text) {
        Set<String> found = new LinkedHashSet<>();
        TELEPHONE
                .matcher(text)
                .results()
                .forEach(number -> telephone(number.group()).ifPresent(found::add));
        return found;
    }
}
