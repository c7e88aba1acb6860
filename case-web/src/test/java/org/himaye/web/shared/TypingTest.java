package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.himaye.person.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type is understood, what could mean two things is asked again, and what is written follows the language. */
class TypingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "700|700.00",
                "700,00|700.00",
                "700.5|700.50",
                "1 000.50|1000.50",
                "1 000,50 ₼|1000.50",
                "1.234,50|1234.50",
                "1,234.50|1234.50",
                "AZN 12|12.00",
                "99999999999|99999999999.00"
            })
    void amountsAreRead(String typed, BigDecimal amount) {
        assertEquals(Optional.of(amount), MoneyConverter.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.000", "1,000", "1.000.000", "-5", "12,345", "1 00", "abc", "1e3", "7,"})
    void amountsThatCouldMeanTwoThingsAreAskedAgain(String typed) {
        assertEquals(Optional.empty(), MoneyConverter.parse(typed));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsPrintedCanBeTypedAgain(Language language) {
        BigDecimal amount = new BigDecimal("1000.50");

        assertEquals(Optional.of(amount), MoneyConverter.parse(in(language).show(amount)));
        assertEquals(Optional.of(amount), MoneyConverter.parse(in(language).money(amount)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AZ|Türkiyə|TR",
                "AZ|turkiye|TR",
                "EN|Türkiye, Azerbaijan|TR AZ",
                "RU|Турция; азербайджан|TR AZ",
                "RU|TR|TR",
                "AZ|AZ TR|AZ TR"
            })
    void countriesAreReadByTheirNames(Language language, String typed, String codes) {
        assertEquals(Optional.of(Country.typed(codes)), CountriesConverter.parse(typed, language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atlantis", "XX", "Türkiyə, Atlantis"})
    void whatIsNoCountryIsAskedAgain(String typed) {
        assertEquals(Optional.empty(), CountriesConverter.parse(typed, Language.AZ));
    }

    @Test
    void everyCountryIsReadAsItIsWritten() {
        for (Language language : Language.values()) {
            for (String name : CountryNames.in(language).all()) {
                List<Country> read =
                        CountriesConverter.parse(name, language).orElseThrow(() -> new AssertionError(name));
                assertEquals(name, in(language).show(read));
            }
        }
    }

    @Test
    void phrasesThatHoldACommaArePartedByASemicolon() {
        assertEquals("a, b; c", in(Language.EN).show(List.of("a, b", "c")));
        assertEquals("a, c", in(Language.EN).show(List.of("a", "c")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"27.03.1998", "27/3/1998", "27 03 1998", "1998-03-27"})
    void daysAreRead(String typed) {
        assertEquals(Optional.of(LocalDate.of(1998, 3, 27)), DayConverter.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31.02.2026", "27.03.98", "13.13.2026", "today"})
    void daysThatDoNotExistAreAskedAgain(String typed) {
        assertEquals(Optional.empty(), DayConverter.parse(typed));
    }

    @Test
    void valuesFollowTheLanguage() {
        BigDecimal amount = new BigDecimal("1234.5");
        LocalDate day = LocalDate.of(2026, 9, 3);

        assertEquals("1\u00A0234,50\u00A0₼", in(Language.AZ).money(amount));
        assertEquals("AZN\u00A01,234.50", in(Language.EN).money(amount));
        assertEquals("03.09.2026", in(Language.RU).show(day));
        assertEquals("3 Sept 2026", in(Language.EN).show(day).replace("Sep ", "Sept "));
        assertEquals("22.11.2026 04:30", in(Language.AZ).show(Instant.parse("2026-11-22T00:30:00Z")));
    }

    @Test
    void countingFollowsTheLanguage() {
        Catalogue catalogue = Sources.catalogue();

        assertEquals("1 day late", catalogue.text(Language.EN, "deadline.late", 1));
        assertEquals("2 дня опоздания", catalogue.text(Language.RU, "deadline.late", 2));
        assertEquals("5 дней опоздания", catalogue.text(Language.RU, "deadline.late", 5));
        assertEquals("3 gün gecikib", catalogue.text(Language.AZ, "deadline.late", 3));
    }

    @Test
    void nearnessIsCountedInDaysOfBaku() {
        Instant now = Instant.parse("2026-11-22T08:00:00Z");

        assertEquals(
                Deadline.Nearness.TODAY,
                Deadline.of(Instant.parse("2026-11-22T19:59:00Z"), null, now).nearness());
        assertEquals(
                Deadline.Nearness.SOON,
                Deadline.of(Instant.parse("2026-11-22T20:01:00Z"), null, now).nearness());
        assertEquals(
                Deadline.Nearness.LATE,
                Deadline.of(Instant.parse("2026-11-21T19:59:00Z"), null, now).nearness());
        assertEquals(
                Deadline.Nearness.LATE_TODAY,
                Deadline.of(Instant.parse("2026-11-22T07:00:00Z"), null, now).nearness());
        assertEquals(Deadline.Nearness.MET, Deadline.of(now, now, now).nearness());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil", "/a\nb", "javascript:x", ""})
    void theLanguageSwitchLeadsNowhereElse(String back) {
        assertEquals("/", ChooseLanguage.safe(back));
    }

    @Test
    void theLanguageSwitchReturnsToThePage() {
        assertEquals(
                "/case/overview.xhtml?number=V-7K3MQ2-X",
                ChooseLanguage.safe("/case/overview.xhtml?number=V-7K3MQ2-X"));
    }

    private static Writing in(Language language) {
        return new Writing(Sources.catalogue(), language);
    }
}
