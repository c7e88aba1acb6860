package org.himaye.subjectrequest;

/** Why the answer takes longer, once; she can be told. */
public enum ExtensionReason {
    MUCH_MATERIAL,
    INTERPRETER_NEEDED,
    SPECIALIST_AWAY
}
