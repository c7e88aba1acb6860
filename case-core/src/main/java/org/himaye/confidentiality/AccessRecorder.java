package org.himaye.confidentiality;

/**
 * The access log as gate and acts see it. A port, because the log's desk is itself guarded by acts and the two packages must not
 * depend on each other in a circle.
 */
public interface AccessRecorder {

    /** Writes within the running transaction: the event of a change lives and dies with the change. */
    void write(AccessEvent event);

    /**
     * Writes and commits at once on a pool of its own, whatever the running transaction does later.
     *
     * @throws LogUnavailable when the event could not be stored; the caller must show nothing
     */
    void commit(AccessEvent event);
}
