package org.himaye.person;

import java.security.SecureRandom;
import java.util.List;

/** Neutral names for people: a place or plant of the country and a number; tells nothing about the person. */
public final class Pseudonym {

    private static final List<String> WORDS = List.of(
            "Alma", "Armud", "Badam", "Bulaq", "Çinar", "Dəniz", "Fındıq", "Göyçay", "Heyva", "İncir", "Kəpəz", "Lalə",
            "Limon", "Nanə", "Nar", "Nərgiz", "Palıd", "Püstə", "Quba", "Qovaq", "Reyhan", "Söyüd", "Şirvan", "Şəki",
            "Tut", "Üzüm", "Vələs", "Xəzər", "Yasəmən", "Zeytun");
    private static final int HIGHEST = 999;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Pseudonym() {}

    /** For example {@code Nərgiz-14}. Not unique: the case number is. */
    public static String random() {
        return WORDS.get(RANDOM.nextInt(WORDS.size())) + "-" + (1 + RANDOM.nextInt(HIGHEST));
    }
}
