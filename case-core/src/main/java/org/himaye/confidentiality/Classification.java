package org.himaye.confidentiality;

import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classified attributes of an entity, read once from its annotations. */
final class Classification {

    private static final Map<Class<?>, Classification> KNOWN = new ConcurrentHashMap<>();

    private final String table;
    private final Map<String, ClassifiedAttribute> attributes;

    private Classification(Class<?> entity) {
        Table declared = entity.getAnnotation(Table.class);
        if (declared == null) {
            throw new IllegalStateException(entity + " names no table");
        }
        this.table = declared.name();
        Map<String, ClassifiedAttribute> found = new LinkedHashMap<>();
        for (Field field : fieldsOf(entity)) {
            found.put(field.getName(), new ClassifiedAttribute(table, field));
        }
        this.attributes = Collections.unmodifiableMap(found);
    }

    /** @throws IllegalStateException when an attribute has no class (BR-070) */
    static Classification of(Class<?> entity) {
        return KNOWN.computeIfAbsent(entity, Classification::new);
    }

    private static List<Field> fieldsOf(Class<?> entity) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> type = entity; type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                boolean persistent = !Modifier.isStatic(field.getModifiers())
                        && !field.isAnnotationPresent(Transient.class)
                        && !field.isSynthetic();
                if (persistent) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    String table() {
        return table;
    }

    Map<String, ClassifiedAttribute> attributes() {
        return attributes;
    }

    ClassifiedAttribute attribute(String name) {
        ClassifiedAttribute attribute = attributes.get(name);
        if (attribute == null) {
            throw new IllegalArgumentException("no attribute " + table + "." + name);
        }
        return attribute;
    }
}
