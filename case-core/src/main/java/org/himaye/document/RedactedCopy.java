package org.himaye.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Choosable;

/** A copy that may leave the house: which document it is, and of what. */
public record RedactedCopy(UUID id, UUID original, DocumentKind kind, DataClass dataClass, Instant at, int size)
        implements Choosable {

    static RedactedCopy of(CaseDocument copy) {
        return new RedactedCopy(
                copy.id(), copy.redacts(), copy.kind(), copy.dataClass(), copy.createdAt(), copy.contentSize());
    }

    /** As the policy names it. */
    public String attribute() {
        return CaseDocument.fullName(dataClass);
    }

    @Override
    public Object label() {
        return List.of(kind, dataClass, LocalDate.ofInstant(at, BusinessClock.ZONE));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
