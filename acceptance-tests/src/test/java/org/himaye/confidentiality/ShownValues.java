package org.himaye.confidentiality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What answers hold: values that went through the gate, and texts beside them, in which none of those values may hide. */
final class ShownValues {

    private static final int WORTH_SEEKING = 8;

    /** Texts of an answer that did not come through the gate, with the tags of the classes that its event names. */
    private record Beside(String asked, Set<String> texts, Set<String> classes) {}

    private final Map<String, DataClass> shown = new HashMap<>();
    private final List<Beside> answers = new ArrayList<>();
    private final List<String> leaks = new ArrayList<>();

    void add(String asked, Object answer, Set<String> classes) {
        Set<String> beside = new HashSet<>();
        walk(answer, beside, asked, classes, new IdentityHashMap<>());
        answers.add(new Beside(asked, beside, classes));
    }

    private void walk(Object value, Set<String> beside, String asked, Set<String> classes, Map<Object, Object> seen) {
        switch (value) {
            case null -> {}
            case String text -> beside.add(text);
            case Revealed<?> revealed -> gate(revealed, asked, classes);
            case Optional<?> maybe -> walk(maybe.orElse(null), beside, asked, classes, seen);
            case Map<?, ?> map -> map.values().forEach(each -> walk(each, beside, asked, classes, seen));
            case Collection<?> several -> several.forEach(each -> walk(each, beside, asked, classes, seen));
            default -> parts(value, beside, asked, classes, seen);
        }
    }

    private void gate(Revealed<?> revealed, String asked, Set<String> classes) {
        DataClass dataClass = revealed.getDataClass();
        if (dataClass == DataClass.OPERATIONAL || !(revealed.isShown() || revealed.isMasked())) {
            return;
        }
        if (!classes.contains(dataClass.tag())) {
            leaks.add(asked + " shows a value of " + dataClass + " that its event does not name");
        }
        if (revealed.isShown() && revealed.getValue() instanceof String text && text.length() >= WORTH_SEEKING) {
            shown.put(text, dataClass);
        }
    }

    private void parts(Object value, Set<String> beside, String asked, Set<String> classes, Map<Object, Object> seen) {
        if (seen.put(value, value) == null) {
            Parts.of(value).values().forEach(each -> walk(each, beside, asked, classes, seen));
        }
    }

    int count() {
        return shown.size();
    }

    /** Values that somebody was shown through the gate and somebody else beside it. */
    List<String> leaks() {
        List<String> all = new ArrayList<>(leaks);
        for (Beside answer : answers) {
            for (Map.Entry<String, DataClass> value : shown.entrySet()) {
                if (!answer.classes().contains(value.getValue().tag())
                        && answer.texts().stream().anyMatch(text -> text.contains(value.getKey()))) {
                    all.add(answer.asked() + " tells a value of " + value.getValue() + " beside the gate");
                }
            }
        }
        return all;
    }
}
