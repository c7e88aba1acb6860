package org.himaye.web.shared;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.himaye.person.Country;
import org.himaye.person.CountryUnknown;

/**
 * Reads countries by their names, in the language of the page or another of ours, or by their codes of ISO 3166; several are parted
 * by a comma, codes by a space.
 */
@FacesConverter(value = "himaye.countries", managed = false)
public class CountriesConverter implements Converter<List<Country>> {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    private static final Pattern CODES = Pattern.compile("[A-Z]{2}( +[A-Z]{2})+");

    @Override
    public List<Country> getAsObject(FacesContext faces, UIComponent field, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return parse(typed, Language.current())
                .orElseThrow(() -> new ConverterException(FieldMessages.error(faces, new CountryUnknown().key())));
    }

    /** @return each country once; empty when one of the names is none */
    static Optional<List<Country>> parse(String typed, Language language) {
        List<Optional<Country>> read = Arrays.stream(
                        typed.split(CODES.matcher(typed.strip()).matches() ? " " : "[,;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> country(name, language))
                .toList();
        return read.stream().allMatch(Optional::isPresent)
                ? Optional.of(read.stream().flatMap(Optional::stream).distinct().toList())
                : Optional.empty();
    }

    private static Optional<Country> country(String name, Language language) {
        if (CODE.matcher(name).matches()) {
            return Stream.of(name).filter(Country::known).map(Country::new).findFirst();
        }
        return Stream.concat(Stream.of(language), Arrays.stream(Language.values()))
                .flatMap(each -> CountryNames.in(each).find(name).stream())
                .findFirst();
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, List<Country> countries) {
        return countries == null ? "" : Functions.show(countries);
    }
}
