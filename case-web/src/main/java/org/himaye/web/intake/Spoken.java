package org.himaye.web.intake;

import java.util.List;
import org.himaye.person.SpokenLanguage;
import org.himaye.web.shared.Language;

/** In which of our written languages a person can be addressed. */
final class Spoken {

    private Spoken() {}

    /** The first of the person's languages that we have texts in; otherwise that of the page, for the interpreter. */
    static Language writtenIn(List<SpokenLanguage> spoken) {
        return spoken.stream()
                .flatMap(each -> Language.ofTag(each.code()).stream())
                .findFirst()
                .orElseGet(Language::current);
    }
}
