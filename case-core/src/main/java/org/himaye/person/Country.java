package org.himaye.person;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A country, by its code of ISO 3166-1 alpha-2; pages show its name in the language of the reader. */
public record Country(String code) {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    /** True for a code of ISO 3166. */
    public static boolean known(String code) {
        return KNOWN.contains(code);
    }

    /** @throws CountryUnknown when the code is no country of ISO 3166 */
    public Country {
        if (!KNOWN.contains(code)) {
            throw new CountryUnknown();
        }
    }

    /**
     * Reads codes as people type them.
     *
     * @return each country once, or null for none
     * @throws CountryUnknown when one is no country of ISO 3166
     */
    public static List<Country> typed(String codes) {
        return codes == null || codes.isBlank()
                ? null
                : Arrays.stream(codes.strip().toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                        .map(Country::new)
                        .distinct()
                        .toList();
    }

    /** The codes separated by a space, as {@link #typed} reads them; null for none. */
    public static String codes(List<Country> countries) {
        return countries == null || countries.isEmpty()
                ? null
                : countries.stream().map(Country::code).collect(Collectors.joining(" "));
    }

    /** How several are kept. */
    public static class Several implements AttributeConverter<List<Country>, String> {

        @Override
        public String convertToDatabaseColumn(List<Country> countries) {
            return codes(countries);
        }

        @Override
        public List<Country> convertToEntityAttribute(String text) {
            return typed(text);
        }
    }
}
