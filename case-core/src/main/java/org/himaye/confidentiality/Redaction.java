package org.himaye.confidentiality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Blacks out the names of others in what the person gets. Each word of a name is looked for at the beginning of words, so that endings do
 * not save it ("Rəşadın"), as it was typed and in other scripts and spellings; rather too much is blacked out than too little. Her own names
 * are left alone.
 */
final class Redaction {

    static final Locale LOCALE = Locale.of("az");

    private static final String BLACK = "\u2588\u2588\u2588\u2588";

    /** A letter alone would black out half of every text. */
    private static final int SHORTEST = 2;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’ʼ]+");

    /** Where she herself is named; every other text may name somebody else. */
    private static final Set<String> HER_OWN = Set.of(
            "person.familyName",
            "person.givenName",
            "person.patronymic",
            "person.aliases",
            "person.documentNumber",
            "referral.personName");

    private final List<Pattern> names = new ArrayList<>();
    private final List<Predicate<String>> spelled = new ArrayList<>();

    private Redaction() {}

    /**
     * @param lines names, one on each line; null for none
     * @param spelling of one word of a name: whether a word of a text begins with it, however it is spelled
     */
    static Redaction of(String lines, Function<String, Predicate<String>> spelling) {
        Redaction redaction = new Redaction();
        if (lines != null) {
            for (String word : lines.strip().split("[\\s,;]+")) {
                if (word.length() >= SHORTEST) {
                    redaction.names.add(beginning(word));
                    redaction.spelled.add(spelling.apply(word));
                }
            }
        }
        return redaction;
    }

    /** In whatever letter case, with or without the dots of Azerbaijani. */
    private static Pattern beginning(String word) {
        StringBuilder letters = new StringBuilder("(?<![\\p{L}\\p{M}])");
        word.codePoints().forEach(letter -> {
            String one = Character.toString(letter);
            letters.append("iIıİ".contains(one) ? "[iIıİ]\u0307?" : Pattern.quote(one));
        });
        return Pattern.compile(
                letters.append("[\\p{L}\\p{M}]*").toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    String black(String text) {
        if (names.isEmpty()) {
            return text;
        }
        String left = WORD.matcher(text)
                .replaceAll(word -> spelled.stream().anyMatch(name -> name.test(word.group())) ? BLACK : word.group());
        for (Pattern name : names) {
            left = name.matcher(left).replaceAll(BLACK);
        }
        return left;
    }

    /** Whether people typed it, and not her own name: codes in clear name nobody. */
    static boolean mayNameOthers(ClassifiedAttribute attribute) {
        return attribute.sealed() && !HER_OWN.contains(attribute.fullName());
    }

    /** @param typed which attributes {@link #mayNameOthers} */
    RevealedRow of(RevealedRow row, Predicate<String> typed) {
        Map<String, Revealed<?>> redacted = new LinkedHashMap<>();
        row.forEach(
                (attribute, revealed) -> redacted.put(attribute, typed.test(attribute) ? black(revealed) : revealed));
        return new RevealedRow(row.rowId(), row.rowVersion(), redacted);
    }

    private Revealed<?> black(Revealed<?> revealed) {
        return revealed.getValue() instanceof String text
                ? Revealed.full(revealed.getDataClass(), black(text))
                : revealed;
    }
}
