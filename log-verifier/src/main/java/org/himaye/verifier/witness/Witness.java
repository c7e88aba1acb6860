package org.himaye.verifier.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.himaye.verifier.note.Checkpoint;
import org.himaye.verifier.note.LogKeys;
import org.himaye.verifier.note.Malformed;
import org.himaye.verifier.note.SignedNote;
import org.himaye.verifier.tree.Consistency;

/**
 * Follows one log. Each round it fetches the newest checkpoint and, when that is signed and the log has only grown, writes it with its
 * cosignature into its own file, and then gives it back. The first checkpoint of all it must believe.
 */
final class Witness {

    /** So often it says anew that nothing came. */
    private static final Duration HEARTBEAT = Duration.ofHours(1);

    private final RemoteLog remote;
    private final LogKeys log;
    private final WitnessKey key;
    private final WitnessFile file;
    private final Clock clock;
    private boolean given;

    /** What a round did. */
    record Round(Checkpoint checkpoint, boolean cosigned) {}

    Witness(RemoteLog remote, LogKeys log, WitnessKey key, WitnessFile file, Clock clock) {
        this.remote = remote;
        this.log = log;
        this.key = key;
        this.file = file;
        this.clock = clock;
    }

    /**
     * @throws Refusal when the log was cut, rewritten or forked
     * @throws Unreachable when it does not answer, or with what it did not sign; what was cosigned is given back in the next round
     */
    Round round() {
        byte[] note = remote.checkpoint();
        Checkpoint seen = signed(note);
        Optional<Checkpoint> last = file.last();
        last.ifPresent(known -> demandGrown(known, seen, note));
        if (last.isEmpty()) {
            roots(0, seen, note);
        }
        boolean again = last.isPresent() && last.get().size() == seen.size();
        if (again
                && clock.instant()
                        .isBefore(Instant.ofEpochSecond(file.lastTime()).plus(HEARTBEAT))) {
            give(last.get());
            return new Round(last.get(), false);
        }
        Checkpoint cosigned = cosign(seen);
        give(cosigned);
        return new Round(cosigned, true);
    }

    /** What the log did not sign says nothing of the log: anything on the way may have answered, and what is asked again may be answered. */
    private Checkpoint signed(byte[] note) {
        try {
            Checkpoint seen = Checkpoint.parse(note);
            if (log.signer(seen).isPresent()) {
                return seen;
            }
        } catch (Malformed e) {
            throw new Unreachable("What came as the checkpoint of the log is none: " + e.getMessage(), e);
        }
        throw new Unreachable("What came as the checkpoint is not signed by the log's key "
                + log.toString().replace("\n", " or ") + ": if that goes on, ask whether the log has another key");
    }

    private void demandGrown(Checkpoint known, Checkpoint seen, byte[] note) {
        if (seen.size() < known.size()) {
            throw new Refusal(
                    "The log has " + seen.size() + " entries and had " + known.size() + ": its end was cut off", note);
        }
        if (log.signer(seen).orElseThrow() < log.signer(known).orElse(0)) {
            throw new Refusal("The checkpoint is signed with a key of the log that was replaced before", note);
        }
        byte[] root = seen.size() == known.size() ? seen.root() : roots(known.size(), seen, note);
        if (!Arrays.equals(root, known.root())) {
            throw new Refusal(
                    "The first " + known.size() + " entries are not those that were witnessed: the log was rewritten",
                    note);
        }
    }

    /** The root of the beginning, as the tiles of the whole have it. */
    private byte[] roots(long earlier, Checkpoint seen, byte[] note) {
        Consistency.Roots roots = new Consistency(seen.size(), remote).roots(earlier);
        if (!Arrays.equals(roots.all(), seen.root())) {
            throw new Refusal("The tiles of the log do not make the root that it signed", note);
        }
        return roots.earlier();
    }

    private Checkpoint cosign(Checkpoint seen) {
        SignedNote note = seen.note()
                .with(
                        log.get(log.signer(seen).orElseThrow()),
                        key.cosign(seen.note().text(), clock.instant()));
        Checkpoint cosigned = new Checkpoint(seen.origin(), seen.size(), seen.root(), note);
        try {
            file.append(cosigned);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        given = false;
        return cosigned;
    }

    private void give(Checkpoint cosigned) {
        if (!given) {
            remote.post(cosigned.note().bytes());
            given = true;
        }
    }

    Path keep(Refusal refusal) {
        try {
            return file.keep(refusal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
