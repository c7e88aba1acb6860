package org.himaye.web.shared;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.himaye.person.Country;

/** What the countries are called in one language; made once, because there are 249. */
final class CountryNames {

    private static final Map<Language, CountryNames> MADE = new ConcurrentHashMap<>();

    private final Map<Country, String> names = new HashMap<>();
    private final Collator alphabet;
    private final Collator loose;

    private CountryNames(Language language) {
        ULocale locale = ULocale.forLocale(language.getLocale());
        alphabet = Collator.getInstance(language.getLocale()).freeze();
        loose = Collator.getInstance(language.getLocale());
        loose.setStrength(Collator.PRIMARY);
        loose.freeze();
        for (String code : Locale.getISOCountries()) {
            // A comma parts two countries.
            String name = new ULocale("und_" + code).getDisplayCountry(locale).replace(", ", " / ");
            names.put(new Country(code), name);
        }
    }

    static CountryNames in(Language language) {
        return MADE.computeIfAbsent(language, CountryNames::new);
    }

    String of(Country country) {
        return names.get(country);
    }

    /** In the order of the alphabet. */
    List<String> all() {
        return names.values().stream().sorted(alphabet::compare).toList();
    }

    /** Case and accents do not matter. */
    Optional<Country> find(String typed) {
        return names.entrySet().stream()
                .filter(each -> loose.compare(each.getValue(), typed) == 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
