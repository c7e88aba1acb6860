package org.himaye.intake;

import java.time.LocalDate;
import java.util.List;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.Country;
import org.himaye.person.NationalityStatus;
import org.himaye.person.Person;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.person.ToldAge;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What the part on the person holds when it is saved.
 *
 * @param anonymous served under the pseudonym alone; names and birth must then be empty (BR-041)
 * @param ageGroup counts while neither date of birth nor age is known
 * @param countries or null for none
 */
public record PersonAnswers(
        boolean anonymous,
        String givenName,
        String familyName,
        String patronymic,
        String aliases,
        String documentNumber,
        LocalDate dateOfBirth,
        Integer ageStated,
        AgeBasis ageBasis,
        AgeBand ageGroup,
        Sex sex,
        NationalityStatus nationalityStatus,
        List<Country> countries,
        List<SpokenLanguage> languages,
        Boolean interpreterNeeded) {

    public static final int ALIASES_LENGTH = 200;

    public PersonAnswers {
        givenName = TypedText.of("givenName", givenName, Person.NAME_LENGTH);
        familyName = TypedText.of("familyName", familyName, Person.NAME_LENGTH);
        patronymic = TypedText.of("patronymic", patronymic, Person.NAME_LENGTH);
        aliases = TypedText.of("aliases", aliases, ALIASES_LENGTH);
        documentNumber = TypedText.of("documentNumber", documentNumber, Person.DOCUMENT_LENGTH);
        languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /** No name and no birth in anonymous mode (BR-041), an age that can be, a country where the nationality needs one. */
    public Rules rules(LocalDate today) {
        return age().rules(today)
                .unless(!anonymous || !tellWho(), NameInAnonymousMode::new)
                .unless(countries != null || !foreign(), CountryNeeded::new);
    }

    ToldAge age() {
        return new ToldAge(dateOfBirth, ageStated, ageBasis, ageGroup);
    }

    private boolean foreign() {
        return nationalityStatus == NationalityStatus.FOREIGN || nationalityStatus == NationalityStatus.MULTIPLE;
    }

    private boolean tellWho() {
        return givenName != null
                || familyName != null
                || patronymic != null
                || aliases != null
                || documentNumber != null
                || dateOfBirth != null;
    }
}
