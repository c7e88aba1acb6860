package org.himaye.web.shared;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A form between opening and saving: what it held when it was opened and what is typed now. When somebody else has saved in
 * between, {@link #meet} brings the three together field by field.
 *
 * @param <F> a plain mutable class; its fields {@code id} and {@code version} always take the stored value, maps are met key by key,
 *     a {@link FormPart} in a map field by field, lists of {@link FormLine} line by line
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

    /** The text came from a draft of another version: what it began from is not known, and whatever differs is told. */
    public void forgetOpened() {
        opened = null;
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
        meet(form, opened, now, "", theirs);
        opened = now;
        return theirs;
    }

    private static void meet(Object typed, Object before, Object now, String path, Map<String, Object> theirs) {
        for (Field field : typed.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                meet(field, typed, before, now, path + field.getName(), theirs);
            }
        }
    }

    private static void meet(
            Field field, Object form, Object opened, Object now, String name, Map<String, Object> theirs) {
        Object stored = read(field, now);
        Object typed = read(field, form);
        Object before = opened == null ? null : read(field, opened);
        if (typed instanceof Map<?, ?> map) {
            meetMap(name, map, before == null ? Map.of() : (Map<?, ?>) before, (Map<?, ?>) stored, theirs);
        } else if (hasLines(typed) || hasLines(stored)) {
            meetLines(lines(typed), before == null ? List.of() : lines(before), lines(stored), theirs);
        } else if (Modifier.isFinal(field.getModifiers())) {
            return; // what makes a part or a line this one is the same in all three
        } else if (KEEPS_UP.contains(field.getName()) || opened != null && same(typed, before)) {
            write(field, form, stored);
        } else if ((opened == null || !same(stored, before)) && !same(stored, typed)) {
            theirs.put(name, stored);
        }
    }

    @SuppressWarnings("unchecked")
    private static void meetMap(
            String name, Map<?, ?> typed, Map<?, ?> before, Map<?, ?> stored, Map<String, Object> theirs) {
        Set<Object> keys = new HashSet<>(typed.keySet());
        keys.addAll(stored.keySet());
        keys.addAll(before.keySet());
        for (Object key : keys) {
            if (typed.get(key) instanceof FormPart part) {
                meet(part, before.get(key), stored.get(key), name + "." + key + ".", theirs);
            } else if (same(typed.get(key), before.get(key))) {
                ((Map<Object, Object>) typed).put(key, stored.get(key));
            } else if (!same(stored.get(key), before.get(key)) && !same(stored.get(key), typed.get(key))) {
                theirs.put(name + "." + key, stored.get(key));
            }
        }
    }

    private static boolean hasLines(Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof FormLine;
    }

    @SuppressWarnings("unchecked")
    private static List<FormLine> lines(Object value) {
        return (List<FormLine>) value;
    }

    /** A field of a line is reported as {@code key.field}, a line that was taken out here and changed there by its key. */
    private static void meetLines(
            List<FormLine> typed, List<FormLine> before, List<FormLine> stored, Map<String, Object> theirs) {
        Map<UUID, FormLine> was = byKey(before);
        Map<UUID, FormLine> now = byKey(stored);
        List<FormLine> met = new ArrayList<>();
        for (FormLine mine : typed) {
            FormLine old = was.get(mine.getKey());
            FormLine other = now.remove(mine.getKey());
            if (other != null) {
                meet(mine, old, other, mine.getKey() + ".", theirs);
                met.add(mine);
            } else if (old == null && mine.content() != null) {
                met.add(mine);
            } else if (old != null && !Objects.equals(mine.content(), old.content())) {
                met.add(mine.anew());
            }
        }
        for (FormLine other : now.values()) {
            FormLine old = was.get(other.getKey());
            if (old != null && !Objects.equals(other.content(), old.content())) {
                theirs.put(other.getKey().toString(), null);
                met.add(other.copy());
            } else if (old == null && other.content() != null) {
                met.add(other.copy());
            }
        }
        if (met.isEmpty()) {
            typed.stream().filter(line -> line.content() == null).findFirst().ifPresent(met::add);
        }
        typed.clear();
        typed.addAll(met);
    }

    private static Map<UUID, FormLine> byKey(List<FormLine> lines) {
        Map<UUID, FormLine> byKey = new LinkedHashMap<>();
        lines.forEach(line -> byKey.put(line.getKey(), line));
        return byKey;
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

    private static void write(Field field, Object form, Object value) {
        try {
            field.set(form, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
