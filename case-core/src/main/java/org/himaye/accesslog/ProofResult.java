package org.himaye.accesslog;

/** What the check of one event came to. */
public enum ProofResult {
    /** The event has its leaf, and the leaf leads to a root that the log's key signed. */
    SOUND,
    /** Not sealed yet, or not under a signature yet: some seconds. */
    WAITING,
    /** The row is not what was sealed. */
    CHANGED,
    /** Its number was passed by the sealer, and it has no leaf: it was put in afterwards. */
    PUT_IN,
    /** The stored tree does not lead to the signed root. */
    TREE_BROKEN,
    /** The newest checkpoint is not signed by the log's key. */
    NOT_SIGNED
}
