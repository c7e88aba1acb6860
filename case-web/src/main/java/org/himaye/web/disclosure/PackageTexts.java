package org.himaye.web.disclosure;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.himaye.disclosure.DisclosedField;
import org.himaye.disclosure.PackageWords;
import org.himaye.web.shared.Functions;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.Messages;

/** The words of a package in the language of the page on which it is made. */
final class PackageTexts implements PackageWords {

    private final String title;
    private final String terms;
    private final Map<Heading, String> headings = new EnumMap<>(Heading.class);

    PackageTexts(Messages messages, LocalDate expiresOn) {
        title = messages.get("disclosure_package.title");
        terms = messages.with("disclosure_package.terms", expiresOn);
        headings.put(Heading.NUMBER, messages.get("Disclosure.reference"));
        headings.put(Heading.RECEIVER, messages.get("Disclosure.receiver"));
        headings.put(Heading.PURPOSE, messages.get("Disclosure.purpose"));
        headings.put(Heading.BASIS, messages.get("Disclosure.ground"));
        headings.put(Heading.DOCUMENT, messages.get("Disclosure.documentNumber"));
        headings.put(Heading.MADE, messages.get("disclosure_package.made"));
    }

    @Override
    public String language() {
        return Language.current().getTag();
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String heading(Heading heading) {
        return headings.get(heading);
    }

    @Override
    public String field(DisclosedField field) {
        return Functions.label(field);
    }

    @Override
    public String show(Object value) {
        return Functions.show(value);
    }

    @Override
    public String terms() {
        return terms;
    }
}
