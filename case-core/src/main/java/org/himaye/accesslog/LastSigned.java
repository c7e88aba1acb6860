package org.himaye.accesslog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * What was signed last, in a file beside the log's key: {@code log.signed}, one line of size and root. Whoever rewrites
 * the tables does not reach it, so the sealer believes no table that does not fit it. That holds of a superuser of the database only where
 * PostgreSQL runs as an account that cannot write here; its superuser runs programs as that account. It is on the disk before the
 * checkpoint is in the database; the leaves below were committed before, so that after a crash the tables have them too.
 */
final class LastSigned {

    static final String FILE = "log.signed";

    private final Path file;

    /** The tree of the first so many leaves has this root. */
    record State(long size, byte[] root) {}

    private LastSigned(Path file) {
        this.file = file;
    }

    /** @param keys the folder of keys */
    static LastSigned in(Path keys) {
        return new LastSigned(keys.resolve(FILE));
    }

    /**
     * Empty when there is no such file.
     *
     * @throws LogUnproved when it cannot be read or is none
     */
    Optional<State> read() {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            byte[] root = Base64.getDecoder().decode(words[1]);
            if (words.length != 2 || root.length != LogTree.HASH) {
                throw new LogUnproved(file + " is not what was written");
            }
            return Optional.of(new State(Long.parseLong(words[0]), root));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new LogUnproved(file + " cannot be read", e);
        }
    }

    /**
     * On the disk when this returns.
     *
     * @throws LogKeyAway when it cannot be written: then nothing may be signed
     */
    void write(State state) {
        try {
            WholeFile.replace(file, state.size() + " " + Base64.getEncoder().encodeToString(state.root()) + "\n");
        } catch (IOException e) {
            throw new LogKeyAway(file + " cannot be written", e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
