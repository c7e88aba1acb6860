package org.himaye.web.shared;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A form between opening and saving: what it held when it was opened and what is typed now. When somebody else has saved in
 * between, {@link #meet} brings the three together field by field.
 *
 * @param <F> a plain mutable class; its fields {@code id} and {@code version} always take the stored value, maps are met key by key
 */
public final class Edit<F> {

    private static final Set<String> KEEPS_UP = Set.of("id", "version");

    private final F form;
    private F opened;

    private Edit(F form, F opened) {
        this.form = form;
        this.opened = opened;
    }

    /** @param fresh makes a new copy of the form as it was opened; called twice, must not ask a service */
    public static <F> Edit<F> of(Supplier<F> fresh) {
        return new Edit<>(fresh.get(), fresh.get());
    }

    /** What the page shows and changes. */
    public F getForm() {
        return form;
    }

    /**
     * Three-way: a field that was not touched takes the stored value, one that only the typist changed stays, one that both changed
     * stays too and is reported.
     *
     * @param now the form as it would be opened at this moment
     * @return fields that both changed, with what is stored; a key of a map as {@code field.KEY}
     */
    Map<String, Object> meet(F now) {
        Map<String, Object> theirs = new LinkedHashMap<>();
        for (Field field : form.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                meet(field, now, theirs);
            }
        }
        opened = now;
        return theirs;
    }

    private void meet(Field field, F now, Map<String, Object> theirs) {
        Object stored = read(field, now);
        if (read(field, form) instanceof Map<?, ?> typed) {
            meetMap(field.getName(), typed, (Map<?, ?>) read(field, opened), (Map<?, ?>) stored, theirs);
            return;
        }
        Object typed = read(field, form);
        Object before = read(field, opened);
        if (KEEPS_UP.contains(field.getName()) || same(typed, before)) {
            write(field, stored);
        } else if (!same(stored, before) && !same(stored, typed)) {
            theirs.put(field.getName(), stored);
        }
    }

    @SuppressWarnings("unchecked")
    private static void meetMap(
            String name, Map<?, ?> typed, Map<?, ?> before, Map<?, ?> stored, Map<String, Object> theirs) {
        Set<Object> keys = new HashSet<>(typed.keySet());
        keys.addAll(stored.keySet());
        keys.addAll(before.keySet());
        for (Object key : keys) {
            if (same(typed.get(key), before.get(key))) {
                ((Map<Object, Object>) typed).put(key, stored.get(key));
            } else if (!same(stored.get(key), before.get(key)) && !same(stored.get(key), typed.get(key))) {
                theirs.put(name + "." + key, stored.get(key));
            }
        }
    }

    /** Nothing typed is nothing stored; the order of several choices means nothing. */
    private static boolean same(Object one, Object other) {
        return Objects.equals(normal(one), normal(other));
    }

    private static Object normal(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text.isBlank() ? null : text.strip().replace("\r\n", "\n");
            case Collection<?> several -> several.isEmpty() ? null : new HashSet<>(several);
            default -> value;
        };
    }

    private static Object read(Field field, Object form) {
        try {
            return field.get(form);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Field field, Object value) {
        try {
            field.set(form, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
