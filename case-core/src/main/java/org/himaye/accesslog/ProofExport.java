package org.himaye.accesslog;

import java.util.function.Consumer;

/**
 * Proofs of a filtered part of the log that leave the house. As with {@link AccessExport} the event is committed before anything is handed
 * out. What no signature covers yet is not part of it.
 */
public final class ProofExport {

    /** More than this leaves the house in several parts. */
    public static final int LIMIT = 2_000;

    private final Consumer<Consumer<String>> source;

    ProofExport(Consumer<Consumer<String>> source) {
        this.source = source;
    }

    /** Makes the proofs one by one, each a text that ends with a line, those of the newest event first. */
    public void forEach(Consumer<String> proof) {
        source.accept(proof);
    }
}
