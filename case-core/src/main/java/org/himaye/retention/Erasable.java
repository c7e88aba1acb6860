package org.himaye.retention;

import java.util.UUID;

/**
 * What can be erased.
 *
 * @param person or null
 * @param pseudonym or null
 * @param obstacle what is in the way just now, or null
 */
record Erasable(
        ErasureSubject subject,
        UUID id,
        String number,
        UUID institution,
        UUID person,
        String pseudonym,
        String obstacle) {}
