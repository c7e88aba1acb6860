package org.himaye.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.KeyedHash.Use;
import org.himaye.shared.CheckedNumber;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What somebody searches for: one box takes everything, and this tells what it is.
 *
 * @param text the number of a case, of a document or a telephone, or a name; a year among the words of a name is one of birth
 * @param birthYear or null
 */
public record SearchQuestion(String text, Integer birthYear) {

    public static final int LENGTH = 120;

    private static final char CASE = 'V';
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;
    private static final Pattern YEAR = Pattern.compile("19\\d\\d|20\\d\\d");
    private static final Pattern TELEPHONE = Pattern.compile("[+(]?[0-9][0-9 ()./-]*");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");

    /** One way in which a number may have been meant. */
    record Number(Use use, String normal) {}

    public SearchQuestion {
        text = TypedText.of("text", text, LENGTH);
    }

    /** Something to search for, and a year in which somebody can have been born. */
    public Rules rules() {
        return new Rules()
                .unless(text != null && (isNumber() || name().needed() > 0), NothingToSearch::new)
                .unless(birthYear == null || (birthYear >= EARLIEST && birthYear <= LATEST), BirthYearWrong::new);
    }

    private boolean isNumber() {
        return caseNumber().isPresent() || !numbers().isEmpty();
    }

    Optional<CaseNumber> caseNumber() {
        return Optional.ofNullable(CheckedNumber.parse(CASE, text)).map(CaseNumber::new);
    }

    /** Empty for a name. */
    List<Number> numbers() {
        if (!DIGIT.matcher(words()).matches()) {
            return List.of();
        }
        Stream<Number> telephone = TELEPHONE.matcher(text).matches()
                ? KnownNumber.telephone(text).map(normal -> new Number(Use.TELEPHONE, normal)).stream()
                : Stream.empty();
        Stream<Number> document = KnownNumber.document(text).map(normal -> new Number(Use.DOCUMENT, normal)).stream();
        return Stream.concat(telephone, document).toList();
    }

    PersonName name() {
        Integer year = birthYear != null
                ? birthYear
                : parts().filter(part -> YEAR.matcher(part).matches())
                        .map(Integer::valueOf)
                        .findFirst()
                        .orElse(null);
        return PersonName.of(words(), year);
    }

    private Stream<String> parts() {
        return Arrays.stream(text.split("[\\s,]+"));
    }

    private String words() {
        return parts().filter(part -> !YEAR.matcher(part).matches()).collect(Collectors.joining(" "));
    }

    /** The same for what is the same question, for the log, which keeps a hash of it. */
    String normal() {
        return caseNumber()
                .map(CaseNumber::text)
                .orElseGet(() -> numbers().isEmpty()
                        ? name().words().stream()
                                .map(word -> word.keys().stream()
                                        .sorted()
                                        .findFirst()
                                        .orElseThrow())
                                .sorted()
                                .collect(Collectors.joining(" "))
                        : numbers().getFirst().normal().toLowerCase(Locale.ROOT));
    }
}
