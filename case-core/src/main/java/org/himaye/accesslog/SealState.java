package org.himaye.accesslog;

/** Whether checkpoints are made as they should. */
public enum SealState {
    SEALED,
    /** Nothing was signed yet. */
    NOT_YET,
    /** The last signature is too old: events are kept and not proven. */
    LATE,
    /** What is stored is not what was signed, as the server's sealer or the signature says. */
    UNPROVED
}
