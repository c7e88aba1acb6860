package org.himaye.search;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One word of a name, as it is compared.
 *
 * @param keys how it may have been meant; mostly one
 */
public record NameWord(Set<String> keys) {

    /** Shorter words are too near to each other for a slip of the hand to be told from another name. */
    static final int SHORTEST_WITH_SLIP = 5;

    /** Shorter ones begin half of all words. */
    private static final int SHORTEST_BEGINNING = 3;

    public NameWord {
        keys = Set.copyOf(keys);
    }

    /**
     * Whether a word begins with one of a name, in whatever script and spelling, so that its endings do not hide it. Of a name of few sounds the
     * whole word alone.
     */
    public static Predicate<String> beginning(String name) {
        Set<String> beginnings = Spelling.words(name).stream()
                .flatMap(word -> word.keys.stream())
                .filter(key -> key.length() > 1)
                .collect(Collectors.toSet());
        return text -> !beginnings.isEmpty()
                && Spelling.words(text).stream()
                        .flatMap(word -> word.keys.stream())
                        .anyMatch(key -> beginnings.stream().anyMatch(beginning -> begins(key, beginning)));
    }

    private static boolean begins(String key, String beginning) {
        return key.equals(beginning) || beginning.length() >= SHORTEST_BEGINNING && key.startsWith(beginning);
    }

    /** The same with an ending that was written apart. */
    NameWord with(String ending) {
        return new NameWord(keys.stream().map(key -> key + ending).collect(Collectors.toSet()));
    }

    boolean initial() {
        return keys.stream().allMatch(key -> key.length() == 1);
    }

    boolean same(NameWord other) {
        return keys.stream().anyMatch(other.keys::contains);
    }

    boolean begins(NameWord other) {
        return initial()
                && keys.stream().anyMatch(key -> other.keys.stream().anyMatch(longer -> longer.startsWith(key)));
    }

    /** One letter wrong, missing, too many, or two changed about. The first letter is right, and a last a makes another name. */
    boolean slipped(NameWord other) {
        return keys.stream().anyMatch(key -> other.keys.stream().anyMatch(meant -> slip(key, meant)));
    }

    private static boolean slip(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        if (shorter.length() < SHORTEST_WITH_SLIP
                || longer.length() - shorter.length() > 1
                || shorter.charAt(0) != longer.charAt(0)
                || longer.equals(shorter + "a")) {
            return false;
        }
        int front = 0;
        while (front < shorter.length() && shorter.charAt(front) == longer.charAt(front)) {
            front++;
        }
        int back = 0;
        while (back < shorter.length() - front
                && shorter.charAt(shorter.length() - 1 - back) == longer.charAt(longer.length() - 1 - back)) {
            back++;
        }
        int differing = longer.length() - front - back;
        return differing <= 1
                || (differing == 2
                        && shorter.length() == longer.length()
                        && shorter.charAt(front) == longer.charAt(front + 1)
                        && shorter.charAt(front + 1) == longer.charAt(front));
    }
}
