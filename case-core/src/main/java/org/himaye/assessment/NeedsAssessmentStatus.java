package org.himaye.assessment;

/** DRAFT can be left and taken up again; FINAL counts until the next one is final. */
public enum NeedsAssessmentStatus {
    DRAFT,
    FINAL,
    SUPERSEDED
}
