package org.himaye.person;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Country codes as people type them. */
public final class Countries {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    private Countries() {}

    /**
     * @return codes in capitals separated by a space, or null for none
     * @throws CountryUnknown when one is no country of ISO 3166
     */
    public static String normal(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Arrays.stream(typed.strip().toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .peek(code -> {
                    if (!KNOWN.contains(code)) {
                        throw new CountryUnknown();
                    }
                })
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
