package org.himaye.web.shared;

import com.ibm.icu.text.Collator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.himaye.confidentiality.Revealed;
import org.himaye.person.Country;
import org.himaye.shared.Choosable;
import org.himaye.shared.Translated;

/** How values are written in one language: dates, times in Baku, amounts in manat, codes, lists, yes and no. */
public final class Writing {

    public static final ZoneId ZONE = ZoneId.of("Asia/Baku");

    private static final List<String> LAST = List.of("OTHER", "UNKNOWN");

    private final Catalogue catalogue;
    private final Language language;

    public Writing(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    /** Any value as people read it; the empty text for null. */
    public String show(Object value) {
        return switch (value) {
            case null -> "";
            case Optional<?> optional -> show(optional.orElse(null));
            case Revealed<?> revealed -> show(revealed.getValue());
            case Choosable choice -> show(choice.label());
            case Translated name -> name.in(language.getTag());
            case Enum<?> code -> label(code);
            case Country country -> CountryNames.in(language).of(country);
            case Boolean answer -> catalogue.text(language, answer ? "general.yes" : "general.no");
            case LocalDate day -> format(day, days());
            case Instant instant -> show(instant.atZone(ZONE));
            case ZonedDateTime moment -> format(moment, days() + " HH:mm");
            case LocalDateTime moment -> format(moment, days() + " HH:mm");
            case LocalTime time -> format(time, "HH:mm");
            case YearMonth month -> format(month, language == Language.EN ? "LLL yyyy" : "MM.yyyy");
            case BigDecimal amount -> decimal(amount);
            case Collection<?> several -> list(several.stream().map(this::show).toList());
            default -> value.toString();
        };
    }

    /** Phrases that hold a comma are not parted by one. */
    private static String list(List<String> texts) {
        return String.join(texts.stream().anyMatch(text -> text.contains(",")) ? "; " : ", ", texts);
    }

    /** The label of a code: {@code ReferralStatus.ACCEPTED}. */
    public String label(Enum<?> code) {
        return code == null ? "" : catalogue.text(language, key(code));
    }

    static String key(Enum<?> code) {
        return code.getDeclaringClass().getSimpleName() + "." + code.name();
    }

    /** An amount of manat: {@code 1 234,50 ₼} in Azerbaijani and Russian, {@code AZN 1,234.50} in English. */
    public String money(BigDecimal amount) {
        if (amount == null) {
            return "";
        }
        return language == Language.EN ? "AZN\u00A0" + decimal(amount) : decimal(amount) + "\u00A0₼";
    }

    /** A day as it is typed into a form. */
    String typed(LocalDate day) {
        return format(day, "dd.MM.yyyy");
    }

    private String decimal(BigDecimal amount) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(language == Language.EN ? '.' : ',');
        symbols.setGroupingSeparator(language == Language.EN ? ',' : '\u00A0');
        DecimalFormat format = new DecimalFormat("#,##0.00", symbols);
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return amount.stripTrailingZeros().scale() > 2 ? amount.toPlainString() : format.format(amount);
    }

    /** The codes in the order of the alphabet of this language; what stands for "none of these" comes last. */
    <E extends Enum<E>> List<E> sorted(Collection<E> codes) {
        Collator collator = Collator.getInstance(language.getLocale());
        Comparator<E> byLabel = (one, other) -> collator.compare(label(one), label(other));
        return codes.stream()
                .sorted(Comparator.<E>comparingInt(code -> LAST.indexOf(code.name()))
                        .thenComparing(byLabel))
                .toList();
    }

    private String days() {
        return language == Language.EN ? "d MMM yyyy" : "dd.MM.yyyy";
    }

    private String format(TemporalAccessor time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.getLocale()).format(time);
    }
}
