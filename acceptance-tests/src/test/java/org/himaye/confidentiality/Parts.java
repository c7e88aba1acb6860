package org.himaye.confidentiality;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an answer is made of. */
final class Parts {

    private Parts() {}

    /** The fields of an object of ours by their names; those of others, and of codes, hold no more than their text. */
    static Map<String, Object> of(Object value) {
        Map<String, Object> parts = new LinkedHashMap<>();
        if (value.getClass().isEnum() || !value.getClass().getName().startsWith("org.himaye.")) {
            return parts;
        }
        for (Field field : value.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                try {
                    parts.put(field.getName(), field.get(value));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return parts;
    }
}
