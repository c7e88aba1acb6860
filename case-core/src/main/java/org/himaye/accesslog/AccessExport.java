package org.himaye.accesslog;

import java.util.function.Consumer;

/**
 * A filtered part of the log that leaves the house. Its event, with the number of rows and every case on it, is committed before
 * the service hands it out; the rows are read only when it is written. What was being written at that moment is not part of it, though its time
 * may be earlier: nothing comes in that its event does not name.
 */
public final class AccessExport {

    /** More than this leaves the house in several parts. */
    public static final int LIMIT = 50_000;

    private final int rows;
    private final boolean complete;
    private final Consumer<Consumer<AccessEntry>> source;

    AccessExport(int rows, boolean complete, Consumer<Consumer<AccessEntry>> source) {
        this.rows = rows;
        this.complete = complete;
        this.source = source;
    }

    public int rows() {
        return rows;
    }

    /** False when more events fit the query than one export may hold. */
    public boolean complete() {
        return complete;
    }

    /** Reads the rows one by one, newest first; never holds them all. */
    public void forEach(Consumer<AccessEntry> row) {
        source.accept(row);
    }
}
