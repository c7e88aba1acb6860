package org.himaye.note;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.PolicyFacts;

/**
 * Of which notes the caller may know that they are there. The others are left out in SQL, so that a page is not half empty and its
 * length tells nothing.
 *
 * @param all sorts that are in sight whoever wrote them
 * @param own sorts that are in sight of who wrote them
 * @param attributes of which the caller may know that they have a value: what stands beside another would tell it
 */
record NoteSight(Set<NoteSort> all, Set<NoteSort> own, Set<String> attributes) {

    static NoteSight of(PolicyFacts facts, Gate gate) {
        Set<String> attributes = gate.inSight(facts);
        return new NoteSight(sorts(attributes), sorts(gate.inSight(facts.forAuthor())), attributes);
    }

    private static Set<NoteSort> sorts(Set<String> attributes) {
        return Arrays.stream(NoteSort.values())
                .filter(sort -> attributes.contains(sort.fullName()))
                .collect(Collectors.toSet());
    }

    static String names(Set<NoteSort> sorts) {
        return sorts.stream().map(NoteSort::name).collect(Collectors.joining(" "));
    }
}
