package org.himaye.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Texts that would run, and where they were planted: each field gets the next one that it has room for. */
final class HostileTexts {

    private static final String FILE = "hostile-texts.txt";

    private final List<String> waiting = new ArrayList<>(all());
    private final TreeMap<String, Set<String>> planted = new TreeMap<>();

    static List<String> all() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(HostileTexts.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("# ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that were planted least often come first. */
    String plant(String field, int length) {
        for (String text : waiting) {
            if (text.length() <= length) {
                waiting.remove(text);
                waiting.add(text);
                planted.computeIfAbsent(text, any -> new TreeSet<>()).add(field);
                return text;
            }
        }
        return "Söz";
    }

    /** How many different texts were planted. */
    int kinds() {
        return planted.size();
    }

    /**
     * Planted texts that do not stand in the text of any page, with their fields.
     *
     * @param never fields that no page shows again
     */
    List<String> missing(String shown, Set<String> never) {
        return planted.entrySet().stream()
                .filter(each -> !never.containsAll(each.getValue()) && !shown.contains(each.getKey()))
                .map(each -> each.getKey() + " of " + each.getValue())
                .toList();
    }
}
