package org.himaye.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings a name in any script to words of few Latin letters, such that its usual spellings become the same: Azerbaijani Latin and
 * Cyrillic, Russian, Latin letters without the accents, and what offices make of these in passports. No locale is asked anywhere.
 * The steps are those of security.md 2.2 (v); what is kept is coarse on purpose, because a wrong hit costs a look and a missed
 * one a life.
 */
final class Spelling {

    /** Raised with every change that gives some name other words; what was derived before is then derived anew. */
    static final int VERSION = 1;

    /** A g that Russian also writes where Azerbaijani has h (Гусейнов, Hüseynov): stands for both. */
    private static final char SOFT_G = 'G';

    /** An x, which is h in Azerbaijani and ks elsewhere. */
    private static final char LATIN_X = 'X';

    private static final int SHORTEST_STEM = 3;

    private static final Map<Character, String> LETTERS = Map.<Character, String>ofEntries(
            Map.entry('ə', "e"),
            Map.entry('ä', "e"),
            Map.entry('ı', "i"),
            Map.entry('ö', "o"),
            Map.entry('ü', "u"),
            Map.entry('ç', "c"),
            Map.entry('ş', "s"),
            Map.entry('ğ', "q"),
            Map.entry('g', "G"),
            Map.entry('x', "X"),
            Map.entry('w', "v"),
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "G"),
            Map.entry('ғ', "q"),
            Map.entry('д', "d"),
            Map.entry('ё', "e"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "y"),
            Map.entry('ј', "y"),
            Map.entry('к', "k"),
            Map.entry('ҝ', "G"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('ө', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ү', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "h"),
            Map.entry('һ', "h"),
            Map.entry('ц', "ts"),
            Map.entry('ч', "ch"),
            Map.entry('ҹ', "c"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "sh"),
            Map.entry('ы', "i"),
            Map.entry('э', "e"),
            Map.entry('ә', "e"));

    private static final String VOWELS = "aeiouəöüıаеёиоуыэюяәөү";

    private record Step(Pattern from, String to) {
        Step(String from, String to) {
            this(Pattern.compile(from), to);
        }
    }

    /** Letters of two and three, and the y of passports, in the order in which they are met. */
    private static final List<Step> SOUNDS = List.of(
            new Step("^ye", "e"),
            new Step("shch|sh", "s"),
            new Step("dzh|dj|dzj", "c"),
            new Step("ch|zh|j", "c"),
            new Step("[gG]h", "q"),
            new Step("kh", "h"),
            new Step("([gGk])y(?=[aou])", "$1"),
            new Step("([ln])y(?=u)", "$1"),
            new Step("([aou])e(?=v)", "$1ye"),
            new Step("h$", ""),
            new Step("[kq]", "g"),
            new Step("e", "a"),
            new Step("y", "i"),
            new Step("(.)\\1+", "$1"));

    /** What a family name has for a woman, and what makes of a father's name a patronymic; only at the end of a longer word. */
    private static final List<Step> ENDINGS = List.of(
            new Step("(?<=..)(ov|av)a$", "$1"),
            new Step("(?<=...)ina$", "in"),
            new Step("(?<=..)sgaia$", "sgi"),
            new Step("(?<=...)i?(ovic|avic|ovna|avna|icna)$", ""),
            new Step("(?<=....)(oglu|ogli|Glu|gizi)$", ""));

    /** Son of, daughter of: by themselves they name nobody. */
    private static final Set<String> CHILD_OF = Set.of("oglu", "ogli", "olu", "gizi", "gzi");

    private static final String SON = "zada";

    private Spelling() {}

    /** The words of a name in their order, without those that say "son of". */
    static List<NameWord> words(String name) {
        List<NameWord> words = new ArrayList<>();
        for (String part : plain(name).split("[^\\p{L}]+")) {
            Set<String> keys = keys(part);
            if (keys.isEmpty() || keys.stream().anyMatch(CHILD_OF::contains)) {
                continue;
            }
            if (keys.contains(SON) && !words.isEmpty()) {
                words.add(words.removeLast().with(SON));
            } else {
                words.add(new NameWord(keys));
            }
        }
        return words;
    }

    /** Small letters, without accents that say nothing here and without apostrophes; of every i there is one, which each locale would see otherwise. */
    private static String plain(String name) {
        String small = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’‘ʼʹ`´]", "");
        StringBuilder kept = new StringBuilder();
        for (char letter : small.toCharArray()) {
            kept.append(
                    LETTERS.containsKey(letter)
                            ? String.valueOf(letter)
                            : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                                    .replaceAll("\\p{M}", ""));
        }
        return kept.toString();
    }

    private static Set<String> keys(String word) {
        String sounds = latin(word);
        for (Step step : SOUNDS) {
            sounds = step.from().matcher(sounds).replaceAll(step.to());
        }
        Set<String> keys = new LinkedHashSet<>();
        for (String g : List.of("g", "h")) {
            for (String x : List.of("h", "gs")) {
                String key = sounds.replace(String.valueOf(SOFT_G), g).replace(String.valueOf(LATIN_X), x);
                key = ending(key.replaceAll("(.)\\1+", "$1"));
                if (!key.isEmpty()) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    /** Cyrillic letters whose sound depends on the one before: е is ye behind a vowel, ю and я lose their y behind a consonant. */
    private static String latin(String word) {
        StringBuilder latin = new StringBuilder();
        char before = ' ';
        for (char letter : word.toCharArray()) {
            boolean open = before == ' ' || before == 'ь' || before == 'ъ' || VOWELS.indexOf(before) >= 0;
            switch (letter) {
                case 'ь', 'ъ' -> latin.append("");
                case 'ю' -> latin.append(open ? "yu" : "u");
                case 'я' -> latin.append(open ? "ya" : "a");
                case 'е' -> latin.append(before != ' ' && open ? "ye" : "e");
                default -> latin.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
            }
            before = letter;
        }
        return latin.toString();
    }

    private static String ending(String key) {
        for (Step step : ENDINGS) {
            String stem = step.from().matcher(key).replaceAll(step.to());
            if (!stem.equals(key) && stem.length() >= SHORTEST_STEM) {
                return stem;
            }
        }
        return key;
    }
}
