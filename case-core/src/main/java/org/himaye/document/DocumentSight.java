package org.himaye.document;

import java.util.Set;
import java.util.stream.Collectors;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.PolicyFacts;

/**
 * Of which documents the caller may know that they are there; the others are left out in SQL.
 *
 * @param all classes that are in sight whoever uploaded
 * @param own classes that are in sight of who uploaded
 */
record DocumentSight(Set<DataClass> all, Set<DataClass> own) {

    static DocumentSight of(PolicyFacts facts, Gate gate) {
        return new DocumentSight(classes(gate.inSight(facts)), classes(gate.inSight(facts.forAuthor())));
    }

    static Set<DataClass> classes(Set<String> attributes) {
        return CaseDocument.classes().stream()
                .filter(each -> attributes.contains(CaseDocument.fullName(each)))
                .collect(Collectors.toSet());
    }

    static String names(Set<DataClass> classes) {
        return classes.stream().map(DataClass::name).collect(Collectors.joining(" "));
    }
}
