package org.himaye.verifier.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.himaye.verifier.tree.Tile;

/** Files among the tiles that a tree of this size does not have: left over from a longer one, perhaps. */
final class Surplus {

    private static final String TILES = "tile";

    private final LogFolder folder;
    private final long size;
    private final Findings findings;

    Surplus(LogFolder folder, long size, Findings findings) {
        this.folder = folder;
        this.size = size;
        this.findings = findings;
    }

    void find() {
        Path tiles = folder.path().resolve(TILES);
        if (!Files.isDirectory(tiles)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tiles)) {
            all.filter(each -> !Files.isDirectory(each)).forEach(this::look);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(Path file) {
        String path = folder.path()
                .relativize(file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
        Optional<Tile> tile = Tile.parse(path);
        if (tile.isEmpty()) {
            findings.broken(Finding.NO_ENTRY, path, "no tile has this name");
        } else if (!tile.equals(Tile.in(size, tile.get().level(), tile.get().number()))) {
            findings.broken(size, path, "a log of " + size + " entries has no such tile");
        }
    }
}
