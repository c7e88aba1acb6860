package org.himaye.subjectrequest;

import java.time.LocalDate;
import java.util.UUID;

/** One request in the list of a case: codes and days. */
public record SubjectRequestLine(
        UUID id, SubjectRequestKind kind, SubjectRequestState state, LocalDate receivedOn, LocalDate dueOn) {

    public boolean over() {
        return state.over();
    }
}
