package org.himaye.confidentiality;

import java.util.UUID;

/**
 * The access log as gate and acts see it. A port, because the log's desk is itself guarded by acts and the two packages must not
 * depend on each other in a circle.
 */
public interface AccessRecorder {

    /**
     * Writes within the running transaction: the event of a change lives and dies with the change.
     *
     * @return the event's id, which the database makes
     * @throws LogUnavailable when the event could not be stored
     */
    UUID write(AccessEvent event);

    /**
     * Writes and commits at once on a pool of its own, whatever the running transaction does later.
     *
     * @return the event's id, which the database makes
     * @throws LogUnavailable when the event could not be stored; the caller must show nothing
     */
    UUID commit(AccessEvent event);
}
