package org.himaye.subjectrequest;

/** How it was made sure that it is she. Nobody asks for a document: those may be in other hands (domain.md 4.8). */
public enum IdentityProof {
    CODE_WORD,
    /** By somebody who works on the case and knows her. */
    KNOWN_TO_WORKER
}
