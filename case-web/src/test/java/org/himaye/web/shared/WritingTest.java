package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.himaye.person.Country;
import org.himaye.person.SpokenLanguage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes are for the database; people read names, in their language. */
class WritingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"AZ|Azərbaycan, Türkiyə", "EN|Azerbaijan, Türkiye", "RU|Азербайджан, Турция"})
    void countriesAreNamed(Language language, String names) {
        assertEquals(names, writing(language).show(List.of(new Country("AZ"), new Country("TR"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"AZ|Rus dili, Azərbaycan dili", "EN|Russian, Azerbaijani", "RU|Русский, Азербайджанский"})
    void languagesAreNamedInTheOrderTold(Language language, String names) {
        List<SpokenLanguage> told = new SpokenLanguage.Several().convertToEntityAttribute("ru az");

        assertEquals(names, writing(language).show(told));
    }

    @ParameterizedTest
    @EnumSource
    void otherAndUnknownEndEveryList(Language language) {
        List<SpokenLanguage> sorted = writing(language).sorted(List.of(SpokenLanguage.values()));

        assertEquals(List.of(SpokenLanguage.OTHER, SpokenLanguage.UNKNOWN), sorted.subList(21, 23));
    }

    private static Writing writing(Language language) {
        return new Writing(Sources.catalogue(), language);
    }
}
