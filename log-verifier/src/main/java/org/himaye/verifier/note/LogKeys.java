package org.himaye.verifier.note;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The keys of one log, oldest first: one that lost its key goes on under another. */
public final class LogKeys {

    private final List<NoteKey> keys;

    private LogKeys(List<NoteKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads them, a line each.
     *
     * @throws Malformed when there is none, one is no key, they are of several logs, or one stands twice
     */
    public static LogKeys parse(String lines) {
        List<NoteKey> keys = new ArrayList<>();
        for (String line : lines.strip().split("\n", -1)) {
            NoteKey key = NoteKey.parse(line.strip(), NoteKey.LOG);
            if (!keys.isEmpty() && !key.name().equals(keys.getFirst().name())) {
                throw new Malformed("the keys are of several logs");
            }
            if (keys.stream().anyMatch(other -> other.toString().equals(key.toString()))) {
                throw new Malformed("a key stands twice");
            }
            keys.add(key);
        }
        return new LogKeys(keys);
    }

    /** Of the log. */
    public String name() {
        return keys.getFirst().name();
    }

    /** @param number 0 is the oldest */
    public NoteKey get(int number) {
        return keys.get(number);
    }

    /** By which of the keys the checkpoint is signed, the newest of them; empty when it is not, or is another log's. */
    public OptionalInt signer(Checkpoint checkpoint) {
        for (int i = keys.size() - 1; i >= 0 && checkpoint.origin().equals(name()); i--) {
            if (checkpoint.note().signedBy(keys.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether another key came after this one. */
    public boolean replaced(int number) {
        return number < keys.size() - 1;
    }

    /** Whether these are the others, and perhaps more behind them. */
    public boolean goOnFrom(LogKeys before) {
        return (this + "\n").startsWith(before + "\n");
    }

    /** The lines. */
    @Override
    public String toString() {
        return keys.stream().map(NoteKey::toString).collect(Collectors.joining("\n"));
    }
}
