package org.himaye.document;

import java.time.Instant;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;

/** A copy that may leave the house: which document it is, and of what. */
public record RedactedCopy(UUID id, UUID original, DocumentKind kind, DataClass dataClass, Instant at, int size) {}
