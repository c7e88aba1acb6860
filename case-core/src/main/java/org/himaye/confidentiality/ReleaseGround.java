package org.himaye.confidentiality;

/** On what it rests that data leaves the house, as far as that says how much of it may go (domain.md 4.2, 4.4). */
public enum ReleaseGround {
    /** The person agreed; for a child, who may answer instead. */
    AGREED,
    /** Immediate danger and nothing else. */
    DANGER,
    /** A law or a decision, without the person's word. */
    ORDERED
}
