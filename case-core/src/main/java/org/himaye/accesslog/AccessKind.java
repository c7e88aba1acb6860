package org.himaye.accesslog;

/** What the auditor looks at first: kinds of accesses that no single column tells. */
public enum AccessKind {
    /** Under an emergency access. */
    EMERGENCY,
    /** A case was shown, and nobody said what for. */
    NO_PURPOSE,
    /** What left the screen: prints, exports and files that somebody took along. */
    TAKEN
}
