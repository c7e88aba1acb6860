package org.himaye.accesslog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Whose signatures count, as it stands in the folder of keys: a superuser of the database writes any table, and not there.
 *
 * @param folder of keys
 */
record TrustedKeys(Path folder) {

    /** @param told the line that the database has, where the folder has none */
    String log(String told) {
        List<String> lines = lines(LogKeyFile.PUBLIC_FILE);
        return lines.isEmpty() ? told : lines.getLast();
    }

    /** The public lines of the witnesses; none where there is no witness. */
    List<String> witnesses() {
        return lines(LogWitness.KEYS);
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(folder.resolve(name)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (NoSuchFileException missing) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
