package org.himaye.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A name as it is searched and found: words in any order, with the year of birth if that is known.
 *
 * @param birthYear null when it is not known; then any fits
 */
public record PersonName(List<NameWord> words, Integer birthYear) {

    /** Whoever types three words may have one that is not recorded: a patronymic, a second name. */
    private static final int WORDS_WITH_ONE_TO_SPARE = 3;

    public PersonName {
        words = List.copyOf(words);
    }

    /** @param name given, family, father's and other names in any order and script */
    static PersonName of(String name, Integer birthYear) {
        return new PersonName(Spelling.words(name), birthYear);
    }

    /** How many words must be found again. */
    int needed() {
        return words.size() < WORDS_WITH_ONE_TO_SPARE ? words.size() : words.size() - 1;
    }

    /** Whether somebody of this name is meant by what was typed; one slip of the hand is forgiven in all, and a year of birth. */
    boolean meantBy(PersonName typed) {
        return birthFits(typed) && typed.needed() > 0 && found(typed) >= typed.needed();
    }

    private boolean birthFits(PersonName typed) {
        return birthYear == null || typed.birthYear == null || Math.abs(birthYear - typed.birthYear) <= 1;
    }

    /** Words that are the same first, so that no slip takes the place of a true one; an initial alone finds nobody. */
    private int found(PersonName typed) {
        List<NameWord> left = new ArrayList<>(words);
        List<NameWord> open = new ArrayList<>();
        int same = 0;
        for (NameWord word : typed.words) {
            if (!word.initial() && take(left, word::same)) {
                same++;
            } else {
                open.add(word);
            }
        }
        int more = 0;
        boolean slipped = false;
        for (NameWord word : open) {
            if (word.initial() ? take(left, word::begins) : !slipped && take(left, word::slipped)) {
                slipped = slipped || !word.initial();
                more++;
            }
        }
        return same == 0 && !slipped ? 0 : same + more;
    }

    private static boolean take(List<NameWord> left, Predicate<NameWord> fits) {
        for (NameWord each : left) {
            if (fits.test(each)) {
                left.remove(each);
                return true;
            }
        }
        return false;
    }
}
