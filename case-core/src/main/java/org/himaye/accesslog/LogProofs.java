package org.himaye.accesslog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Checks the log as it is stored, for whoever looks at it: the entry is made anew from the event's row, and its way to the newest root is
 * made of the stored hashes. This server says so of itself: who does not trust it takes the proof along and checks it elsewhere.
 */
final class LogProofs {

    /** A checkpoint is renewed every ten minutes though nothing happens. */
    private static final Duration QUIET = Duration.ofMinutes(15);

    private static final int ROUND = 200;

    /** So many entries are in memory at once, or those of one event: one may name a hundred thousand cases. */
    private static final int ENTRIES = 4096;

    private final int most;
    private final ProofReader stored;
    private final TrustedKeys keys;
    private final boolean proved;

    /** @param proved what the sealer of this server says: whether the tables hold what was signed */
    LogProofs(ProofReader stored, TrustedKeys keys, boolean proved) {
        this(stored, keys, proved, ENTRIES);
    }

    LogProofs(ProofReader stored, TrustedKeys keys, boolean proved, int most) {
        this.most = most;
        this.stored = stored;
        this.keys = keys;
        this.proved = proved;
    }

    LogState state(Instant moment) {
        ProofReader.Stored now = stored.state();
        SignedCheckpoint newest = now.newest();
        Instant witnessedAt = now.witnessed() == null
                ? null
                : now.witnessed().witnessedAt(keys.witnesses()).orElse(null);
        return new LogState(
                state(now, moment),
                newest == null ? 0 : newest.size(),
                now.sealedUntil(),
                newest == null ? null : newest.renewedAt(),
                witnessedAt == null ? 0 : now.witnessed().size(),
                witnessedAt,
                now.checked());
    }

    private SealState state(ProofReader.Stored now, Instant moment) {
        SignedCheckpoint newest = now.newest();
        if (!proved || newest != null && !newest.signedBy(keys.log(now.logKey()))) {
            return SealState.UNPROVED;
        }
        if (newest == null) {
            return SealState.NOT_YET;
        }
        return newest.renewedAt().isBefore(moment.minus(QUIET)) ? SealState.LATE : SealState.SEALED;
    }

    /** @param entry an event that is there */
    EventProof check(AccessEntry entry) {
        List<byte[]> entries = stored.entries(entry.cursor()).orElse(List.of());
        ProofReader.Kept kept = stored.kept(entry.cursor());
        SignedCheckpoint checkpoint = kept.checkpoint();
        ProofResult early = early(entry, entries, kept);
        if (early != null) {
            return proof(entry, early, kept, 0, null);
        }
        List<EventProof.Part> parts = new ArrayList<>();
        List<InclusionPath> paths = kept.leaves().stream()
                .map(leaf -> new InclusionPath(leaf, checkpoint.size()))
                .toList();
        Map<InclusionPath.Span, List<byte[]>> hashes = stored.hashes(
                paths.stream().flatMap(path -> path.spans().stream()).distinct().toList());
        try {
            for (int i = 0; i < paths.size(); i++) {
                long leaf = kept.leaves().get(i);
                List<byte[]> path = paths.get(i).hashes(hashes::get);
                byte[] root = InclusionPath.root(
                        leaf, checkpoint.size(), kept.hashes().get(i), path);
                if (!Arrays.equals(root, checkpoint.root())) {
                    return proof(entry, ProofResult.TREE_BROKEN, kept, 0, null);
                }
                parts.add(new EventProof.Part(leaf, entries.get(i), path));
            }
        } catch (IllegalStateException hashMissing) {
            return proof(entry, ProofResult.TREE_BROKEN, kept, 0, null);
        }
        String text =
                parts.stream().map(part -> part.text(checkpoint)).collect(Collectors.joining(EventProof.SEPARATOR));
        return proof(entry, ProofResult.SOUND, kept, parts.getFirst().path().size(), text);
    }

    /** What can be said without the tree; null when that has to be asked. */
    private ProofResult early(AccessEntry entry, List<byte[]> entries, ProofReader.Kept kept) {
        SignedCheckpoint checkpoint = kept.checkpoint();
        if (kept.leaves().isEmpty()) {
            return entry.sequence() <= kept.sealedSequence() || entry.sequence() > kept.lastSequence()
                    ? ProofResult.PUT_IN
                    : ProofResult.WAITING;
        }
        if (entries.size() != kept.leaves().size()) {
            return ProofResult.CHANGED;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (!Arrays.equals(LogTree.leaf(entries.get(i)), kept.hashes().get(i))) {
                return ProofResult.CHANGED;
            }
        }
        if (checkpoint == null || kept.leaves().getLast() >= checkpoint.size()) {
            return ProofResult.WAITING;
        }
        return checkpoint.signedBy(keys.log(kept.logKey())) ? null : ProofResult.NOT_SIGNED;
    }

    /** The newest signature. */
    SignedCheckpoint newest() {
        return stored.newest();
    }

    /**
     * The proofs of events, one by one; memory holds those of a few. Nothing is left out: a row that was changed, or put in later, makes a
     * proof that does not hold, and whoever checks finds it.
     */
    void write(List<AccessQuery.Cursor> places, SignedCheckpoint checkpoint, Consumer<String> proof) {
        for (int from = 0; from < places.size(); from += ROUND) {
            List<AccessQuery.Cursor> round = places.subList(from, Math.min(places.size(), from + ROUND));
            Map<Long, List<Long>> leaves = stored.leaves(round);
            for (int first = 0, end; first < round.size(); first = end) {
                end = end(round, first, leaves);
                write(round.subList(first, end), leaves, checkpoint, proof);
            }
        }
    }

    /** Behind the last of these events that go together. */
    private int end(List<AccessQuery.Cursor> round, int first, Map<Long, List<Long>> leaves) {
        int entries = 0;
        for (int i = first; i < round.size(); i++) {
            entries += own(round.get(i), leaves).size();
            if (entries > most && i > first) {
                return i;
            }
        }
        return round.size();
    }

    private static List<Long> own(AccessQuery.Cursor place, Map<Long, List<Long>> leaves) {
        return leaves.getOrDefault(place.sequence(), List.of());
    }

    private void write(
            List<AccessQuery.Cursor> together,
            Map<Long, List<Long>> leaves,
            SignedCheckpoint checkpoint,
            Consumer<String> proof) {
        Map<Long, List<byte[]>> entries = stored.entries(together);
        Map<Long, InclusionPath> paths = new HashMap<>();
        together.stream()
                .flatMap(place -> own(place, leaves).stream())
                .filter(leaf -> leaf < checkpoint.size())
                .forEach(leaf -> paths.put(leaf, new InclusionPath(leaf, checkpoint.size())));
        Map<InclusionPath.Span, List<byte[]>> hashes = stored.hashes(paths.values().stream()
                .flatMap(path -> path.spans().stream())
                .distinct()
                .toList());
        for (AccessQuery.Cursor place : together) {
            List<byte[]> made = entries.getOrDefault(place.sequence(), List.of());
            List<Long> own = own(place, leaves);
            for (int i = 0; i < Math.max(1, Math.max(made.size(), own.size())); i++) {
                long leaf = i < own.size() ? own.get(i) : 0;
                byte[] entry = i < made.size() ? made.get(i) : new byte[0];
                List<byte[]> path = i < own.size() ? path(paths.get(leaf), hashes) : List.of();
                proof.accept(new EventProof.Part(leaf, entry, path).text(checkpoint));
            }
        }
    }

    /** None where the stored tree has a hole. */
    private static List<byte[]> path(InclusionPath path, Map<InclusionPath.Span, List<byte[]>> hashes) {
        try {
            return path == null ? List.of() : path.hashes(hashes::get);
        } catch (IllegalStateException hashMissing) {
            return List.of();
        }
    }

    private EventProof proof(AccessEntry entry, ProofResult result, ProofReader.Kept kept, int steps, String text) {
        SignedCheckpoint checkpoint = kept.checkpoint();
        Instant signedAt = checkpoint == null ? null : checkpoint.renewedAt();
        return new EventProof(
                entry,
                result,
                kept.leaves().isEmpty() ? -1 : kept.leaves().getFirst(),
                checkpoint == null ? 0 : checkpoint.size(),
                signedAt,
                checkpoint != null && checkpoint.witnessedAt(keys.witnesses()).isPresent(),
                steps,
                text);
    }
}
