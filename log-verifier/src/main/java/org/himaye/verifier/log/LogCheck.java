package org.himaye.verifier.log;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.himaye.verifier.entry.Continuations;
import org.himaye.verifier.entry.Entry;
import org.himaye.verifier.entry.EntryRule;
import org.himaye.verifier.entry.RowNumbers;
import org.himaye.verifier.entry.Sessions;
import org.himaye.verifier.entry.Times;
import org.himaye.verifier.tree.GrowingTree;
import org.himaye.verifier.tree.Tile;
import org.himaye.verifier.tree.TreeHash;

/**
 * Goes once through all entries of a log. Several cores look at tiles, one puts them together in their order and alone does both; a few tiles
 * are in memory at a time.
 */
final class LogCheck {

    private static final int AHEAD = 8;

    private final LogFolder folder;
    private final long size;
    private final Findings findings;
    private final Claims claims;
    private final List<EntryRule> rules = List.of(new Continuations(), new RowNumbers(), new Times(), new Sessions());
    private final GrowingTree tree = new GrowingTree(this::row);

    LogCheck(LogFolder folder, long size, Findings findings, Claims claims) {
        this.folder = folder;
        this.size = size;
        this.findings = findings;
        this.claims = claims;
    }

    /** The root over all; empty when so much is missing that there is none. */
    Optional<byte[]> run(int threads) {
        claims.upTo(0, none -> new TreeHash().empty());
        if (threads == 1) {
            return all(none -> {}, 1);
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            return all(workers, threads * AHEAD);
        }
    }

    /** @param others look at tiles; what none of them has begun is looked at here, where there are no others all of it */
    private Optional<byte[]> all(Executor others, int ahead) {
        try {
            return inOrder(others, ahead);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<byte[]> inOrder(Executor others, int ahead) throws ExecutionException, InterruptedException {
        Deque<FutureTask<CheckedTile>> begun = new ArrayDeque<>();
        long next = 0;
        Optional<Tile> tile = Tile.in(size, 0, next);
        while (tile.isPresent() || !begun.isEmpty()) {
            while (tile.isPresent() && begun.size() < ahead) {
                FutureTask<CheckedTile> check = new FutureTask<>(new TileCheck(folder, tile.get()));
                others.execute(check);
                begun.add(check);
                tile = Tile.in(size, 0, ++next);
            }
            if (!take(looked(begun.remove()))) {
                return Optional.empty();
            }
        }
        interrupted(size);
        tree.end();
        claims.end(size);
        return Optional.of(tree.root());
    }

    private static CheckedTile looked(FutureTask<CheckedTile> check) throws ExecutionException, InterruptedException {
        check.run();
        return check.get();
    }

    private boolean take(CheckedTile checked) {
        checked.findings().forEach(findings::add);
        long first = checked.tile().firstEntry();
        for (int i = 0; i < checked.entries().length; i++) {
            entry(first + i, checked.entries()[i]);
        }
        if (checked.leaves() == null) {
            findings.broken(first, checked.tile().path(), "what comes behind it could not be checked");
            return false;
        }
        claims.upTo(first + checked.tile().width(), at -> tree.rootWith(checked.leaves(), (int) (at - first)));
        if (checked.root() == null) {
            tree.addLast(checked.leaves());
        } else {
            tree.add(checked.root());
        }
        return true;
    }

    private void entry(long index, Entry entry) {
        if (entry == null) {
            interrupted(index);
            return;
        }
        for (EntryRule rule : rules) {
            Optional<String> words = rule.see(index, entry);
            if (words.isPresent()) {
                found(rule, index, words.get());
            }
        }
    }

    private void interrupted(long index) {
        rules.forEach(rule -> rule.interrupted().ifPresent(words -> found(rule, index, words)));
    }

    private void found(EntryRule rule, long index, String words) {
        Tile bundle = new Tile(
                Tile.ENTRIES, index / Tile.WIDTH, (int) Math.min(Tile.WIDTH, size - index / Tile.WIDTH * Tile.WIDTH));
        String place =
                index == size ? "the end of the log" : bundle.path() + ", entry " + index % Tile.WIDTH + " of it";
        Finding.Severity severity = rule.breaks() ? Finding.Severity.BROKEN : Finding.Severity.STRANGE;
        findings.add(new Finding(severity, index, index, place, words));
    }

    private void row(Tile tile, byte[] made) {
        Optional<byte[]> stored = folder.read(tile.path(), tile.bytes());
        if (stored.isEmpty()) {
            findings.broken(tile.firstEntry(), tile.path(), "the file is missing");
            return;
        }
        if (stored.get().length != tile.bytes()) {
            findings.broken(tile.firstEntry(), tile.path(), "the file should have " + tile.bytes() + " bytes");
            return;
        }
        int differs = Arrays.mismatch(stored.get(), 0, tile.bytes(), made, 0, tile.bytes());
        if (differs >= 0) {
            int hash = differs / TreeHash.BYTES;
            long first = tile.firstEntry() + hash * tile.entriesOfEach();
            findings.broken(
                    first,
                    first + tile.entriesOfEach() - 1,
                    tile.path() + ", hash " + hash + " of it",
                    "it is not the hash over the " + tile.entriesOfEach() + " entries below it");
        }
    }
}
