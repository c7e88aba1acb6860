package org.himaye.confidentiality;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;

/** One attribute of an entity with its place, its class and how its plain value is written as text. */
final class ClassifiedAttribute {

    /** Part of the associated data; raised when the meaning of a stored value changes. */
    private static final int SCHEMA_VERSION = 1;

    private final String table;
    private final Field field;
    private final Confidential confidential;
    private final Class<?> plainType;

    ClassifiedAttribute(String table, Field field) {
        this.table = table;
        this.field = field;
        this.confidential = field.getAnnotation(Confidential.class);
        if (confidential == null) {
            throw new IllegalStateException(field + " has no class of confidentiality (BR-070)");
        }
        this.plainType = sealed()
                ? argument(field)
                : MethodType.methodType(field.getType()).wrap().returnType();
        field.setAccessible(true);
    }

    private static Class<?> argument(Field field) {
        return (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    }

    boolean sealed() {
        return field.getType() == Sealed.class;
    }

    String name() {
        return field.getName();
    }

    String table() {
        return table;
    }

    /** As policy and log name it: {@code table.attribute}. */
    String fullName() {
        return table + "." + name();
    }

    DataClass dataClass() {
        return confidential.value();
    }

    Confidential.Mask mask() {
        return confidential.mask();
    }

    Class<?> plainType() {
        return plainType;
    }

    String column() {
        Column column = field.getAnnotation(Column.class);
        return column != null && !column.name().isEmpty()
                ? column.name()
                : field.getName().toLowerCase(Locale.ROOT);
    }

    /** Binds ciphertext to its place: copied to another row, column, owner or schema version it does not open. */
    byte[] associatedData(Row row, KeyOwner owner) {
        return associatedData(row.id(), owner);
    }

    byte[] associatedData(UUID row, KeyOwner owner) {
        return String.join(
                        "|",
                        table,
                        column(),
                        row.toString(),
                        owner.kind().name(),
                        owner.id().toString(),
                        Integer.toString(SCHEMA_VERSION))
                .getBytes(StandardCharsets.UTF_8);
    }

    Object stored(Row row) {
        try {
            return field.get(row);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    void store(Row row, Object value) {
        try {
            field.set(row, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plain value as text, as it is sealed. */
    String encode(Object plain) {
        if (!plainType.isInstance(plain)) {
            throw new IllegalArgumentException(table + "." + name() + " takes " + plainType.getSimpleName());
        }
        return switch (plain) {
            case BigDecimal number -> number.toPlainString();
            case Enum<?> code -> code.name();
            case Collection<?> several -> converter().convertToDatabaseColumn(plain);
            default -> plain.toString();
        };
    }

    Object decode(String text) {
        if (plainType == String.class) {
            return text;
        }
        if (plainType == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (plainType == Boolean.class) {
            return Boolean.valueOf(text);
        }
        if (plainType == Integer.class) {
            return Integer.valueOf(text);
        }
        if (plainType == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (plainType == UUID.class) {
            return UUID.fromString(text);
        }
        if (plainType.isEnum()) {
            return code(text);
        }
        if (Collection.class.isAssignableFrom(plainType)) {
            return converter().convertToEntityAttribute(text);
        }
        throw new IllegalStateException("no values of " + plainType + " as text");
    }

    private Object code(String name) {
        return Arrays.stream(plainType.getEnumConstants())
                .filter(code -> ((Enum<?>) code).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such code of " + plainType));
    }

    /** Of an attribute that holds several codes in one column. */
    @SuppressWarnings("unchecked")
    private AttributeConverter<Object, String> converter() {
        try {
            return (AttributeConverter<Object, String>) field.getAnnotation(Convert.class)
                    .converter()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
