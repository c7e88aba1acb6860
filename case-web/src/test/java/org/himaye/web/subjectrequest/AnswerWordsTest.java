package org.himaye.web.subjectrequest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.persistence.Entity;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.himaye.web.shared.AttributeWords;
import org.himaye.web.shared.Catalogue;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.Sources;
import org.junit.jupiter.api.Test;

/** What the person reads on her paper has words: its lines come from rows, and no page names them. */
class AnswerWordsTest {

    private static final Catalogue CATALOGUE = Sources.catalogue();
    private static final Pattern ENTITY = Pattern.compile("from (\\w+) r ");

    @Test
    void everyLineAndEveryCodeHasWords() throws ReflectiveOperationException {
        Set<String> missing = new TreeSet<>();
        Object[] parts = core("AnswerPart").getEnumConstants();
        assertFalse(parts.length == 0);
        for (Object part : parts) {
            String table = (String) told(part, "table");
            Matcher entity = ENTITY.matcher((String) told(part, "sql"));
            entity.find();
            for (Object attribute : (List<?>) told(part, "attributes")) {
                for (Language language : Language.values()) {
                    if (AttributeWords.of(table + "." + attribute, CATALOGUE.all(language))
                            .isEmpty()) {
                        missing.add(table + "." + attribute);
                    }
                }
                Class<?> type = type(core(entity.group(1)), attribute.toString());
                if (type.isEnum()) {
                    Arrays.stream(type.getEnumConstants())
                            .map(code -> type.getSimpleName() + "." + ((Enum<?>) code).name())
                            .filter(key -> !CATALOGUE.has(key))
                            .forEach(missing::add);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static Object told(Object part, String what) throws ReflectiveOperationException {
        Method method = core("AnswerPart").getDeclaredMethod(what);
        method.setAccessible(true);
        return method.invoke(part);
    }

    private static Class<?> core(String name) {
        return Sources.coreClasses().stream()
                .filter(type -> type.getSimpleName().equals(name))
                .filter(type -> type.isEnum() || type.isAnnotationPresent(Entity.class))
                .findFirst()
                .orElseThrow();
    }

    private static Class<?> type(Class<?> entity, String attribute) throws NoSuchFieldException {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(attribute)) {
                    return field.getType();
                }
            }
        }
        throw new NoSuchFieldException(entity + "." + attribute);
    }
}
