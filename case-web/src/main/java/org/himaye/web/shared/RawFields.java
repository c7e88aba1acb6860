package org.himaye.web.shared;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Fields of a form as the browser sends them: a name can have several values, a question without an answer has one empty value. */
final class RawFields {

    /** Under this name stands, as raw fields again, what the typed fields held when the form was opened. */
    static final String WAS = "himaye.was";

    /** A form whose rows come and go: all of its fields belong together, and this one tells its rows. */
    static final String ROWS = "rows";

    private static final int MOST = 2_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_:-]{0,150}");

    private final Map<String, List<String>> values;

    private RawFields(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads what a script of ours wrote. Names that no field of ours has are left out: those of Faces and PrimeFaces have dots.
     *
     * @throws IllegalArgumentException when it is not written so
     */
    static RawFields parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&", MOST)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                if (name.equals(WAS) || NAME.matcher(name).matches()) {
                    values.computeIfAbsent(name, each -> new ArrayList<>())
                            .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return new RawFields(values);
    }

    /** What was typed, out of everything that a form sent. */
    static RawFields typed(Map<String, String[]> sent) {
        RawFields was = parse(first(sent, WAS));
        Set<String> names = was.names().isEmpty() || !sent.containsKey(ROWS) ? was.names() : sent.keySet();
        Map<String, List<String>> values = new LinkedHashMap<>();
        names.stream()
                .filter(name -> NAME.matcher(name).matches())
                .forEach(name -> values.put(name, List.of(sent.getOrDefault(name, new String[] {""}))));
        if (!values.isEmpty()) {
            values.put(WAS, List.of(first(sent, WAS)));
        }
        return new RawFields(values);
    }

    private static String first(Map<String, String[]> sent, String name) {
        return sent.getOrDefault(name, new String[] {""})[0];
    }

    boolean isEmpty() {
        return names().isEmpty();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Names of the fields, without {@link #WAS}. */
    Set<String> names() {
        Set<String> names = new java.util.LinkedHashSet<>(values.keySet());
        names.remove(WAS);
        return names;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The first value, or the empty text. */
    String one(String name) {
        return has(name) ? all(name).get(0) : "";
    }

    /** What the fields held before they were typed into. */
    RawFields was() {
        return parse(one(WAS));
    }

    String encode() {
        StringBuilder text = new StringBuilder();
        values.forEach((name, several) -> several.forEach(value -> text.append(text.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return text.toString();
    }
}
