package org.himaye.migrations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A state of the database that installations out there have: the changelog files it was made of, with their hashes. A released file
 * is never changed, so the files tell the state, and any earlier state can be built again with today's source.
 *
 * <p>The lists stand in {@code db/release}, one a landing; CONTRIBUTING.md says how one is written.
 *
 * @param name the landing's number
 * @param files path to the SHA-256 of the file, in hexadecimal
 */
public record Release(String name, Map<String, String> files) {

    private static final String INDEX = "/db/release/index.txt";

    public Release {
        files = Map.copyOf(new TreeMap<>(files));
    }

    /** All releases, the first one first. */
    public static List<Release> all() {
        return lines(INDEX).stream().map(Release::read).toList();
    }

    private static Release read(String name) {
        var files = new LinkedHashMap<String, String>();
        for (String line : lines("/db/release/" + name + ".sha256")) {
            String[] hashAndPath = line.split("\\s+", 2);
            files.put(hashAndPath[1], hashAndPath[0]);
        }
        return new Release(name, files);
    }

    private static List<String> lines(String resource) {
        try (var in = Release.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
