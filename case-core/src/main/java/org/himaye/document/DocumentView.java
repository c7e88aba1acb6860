package org.himaye.document;

import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Revealed;

/**
 * One document as its reader may see it.
 *
 * @param size in bytes
 * @param by name of who uploaded it
 * @param redacted whether it is a redacted copy
 * @param original kind of the original, or null
 * @param withdrawnAt when it was withdrawn, or null
 * @param reason why, or null
 * @param opens whether the reader may have its content
 * @param writes whether the reader may withdraw it and set a redacted copy beside it
 */
public record DocumentView(
        UUID id,
        DocumentKind kind,
        DataClass dataClass,
        DocumentType type,
        int size,
        Instant at,
        String by,
        VirusState viruses,
        boolean redacted,
        DocumentKind original,
        Instant withdrawnAt,
        DocumentWithdrawal reason,
        Revealed<?> title,
        boolean opens,
        boolean writes) {}
