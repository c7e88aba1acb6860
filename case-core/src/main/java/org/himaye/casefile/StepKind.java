package org.himaye.casefile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a step in the history of a case tells: each kind is read by whoever reads the attribute that it is told of. A step of no kind is told
 * to nobody.
 */
public enum StepKind {
    CASE_FILE("case_file.status"),
    CASE_ASSIGNMENT("case_assignment.endReason"),
    CASE_FUNCTION("case_assignment.function"),
    IDENTIFICATION("case_file.identificationStatus"),
    /** That it was sent; what was recorded with it is another attribute's. */
    IDENTIFICATION_SET("identification_set.sentAt"),
    INDICATOR_ASSESSMENT("indicator_assessment.result"),
    CONSENT("consent.status"),
    REFERRAL("referral.status"),
    NEEDS_ASSESSMENT("needs_assessment.status"),
    REHABILITATION_PLAN("rehabilitation_plan.status"),
    REIMBURSEMENT_REQUEST("reimbursement_request.state"),
    DISCLOSURE("disclosure.state"),
    SUBJECT_REQUEST("subject_request.state");

    private final String attribute;

    StepKind(String attribute) {
        this.attribute = attribute;
    }

    /** Of a table, as {@link StatusChange} names it. */
    static Optional<StepKind> of(String entity) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(entity))
                .findFirst();
    }

    /** {@code table.attribute}, as policy and log name it. */
    public String attribute() {
        return attribute;
    }

    /** Whether the step tells more than that it was taken. */
    boolean reachesState() {
        return this != IDENTIFICATION_SET;
    }
}
