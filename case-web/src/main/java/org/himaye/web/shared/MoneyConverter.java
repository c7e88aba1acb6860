package org.himaye.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an amount of manat as people type it: {@code 700}, {@code 700,00}, {@code 1 000.50}, {@code 1.234,50}; what we print in a
 * language can be typed again in it. What could be read in two ways ({@code 1.000}) is refused with a question, because a wrong guess
 * is a thousand times wrong. Whether an amount is too large is for the rules to say.
 */
@FacesConverter(value = "himaye.money", managed = false)
public class MoneyConverter implements Converter<BigDecimal> {

    private static final BigDecimal EXAMPLE = new BigDecimal("1234.50");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,20}([.,]\\d{1,2})?");
    private static final Pattern SPACED = Pattern.compile("\\d{1,3}( \\d{3})+([.,]\\d{1,2})?");
    private static final Pattern COMMA_GROUPS = Pattern.compile("\\d{1,3}(,\\d{3})+\\.\\d{1,2}");
    private static final Pattern POINT_GROUPS = Pattern.compile("\\d{1,3}(\\.\\d{3})+,\\d{1,2}");

    @Override
    public BigDecimal getAsObject(FacesContext faces, UIComponent field, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return parse(typed)
                .orElseThrow(() ->
                        new ConverterException(FieldMessages.error(faces, "field.money", Functions.show(EXAMPLE))));
    }

    static Optional<BigDecimal> parse(String typed) {
        String text = typed.replace("₼", "")
                .replace("AZN", "")
                .replaceAll("[\\s\\u00A0\\u202F]+", " ")
                .strip();
        if (COMMA_GROUPS.matcher(text).matches()) {
            text = text.replace(",", "");
        } else if (POINT_GROUPS.matcher(text).matches()) {
            text = text.replace(".", "");
        } else if (!PLAIN.matcher(text).matches() && !SPACED.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(" ", "").replace(',', '.')).setScale(2));
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, BigDecimal amount) {
        return amount == null ? "" : Functions.show(amount);
    }
}
