package org.himaye.confidentiality;

import java.util.Map;
import java.util.TreeMap;

/** The class of every attribute of every entity, by {@code table.attribute}, for tests of what other capabilities tell. */
public final class ClassesOfAttributes {

    private ClassesOfAttributes() {}

    public static Map<String, DataClass> all() {
        Map<String, DataClass> classes = new TreeMap<>();
        ClassificationTest.entities()
                .forEach(entity -> Classification.of(entity)
                        .attributes()
                        .values()
                        .forEach(attribute -> classes.put(attribute.fullName(), attribute.dataClass())));
        return classes;
    }
}
