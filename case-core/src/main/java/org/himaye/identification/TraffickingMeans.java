package org.himaye.identification;

/** The means of the law's definition, code list MEANS of domain.md 1.3. Never needed for a child (BR-011). */
public enum TraffickingMeans {
    THREAT_OF_FORCE,
    USE_OF_FORCE,
    INTIMIDATION,
    OTHER_COERCION,
    ABDUCTION,
    FRAUD,
    DECEPTION,
    ABUSE_OF_INFLUENCE,
    ABUSE_OF_VULNERABILITY,
    BENEFIT_GIVEN_TO_CONTROLLER,
    BENEFIT_RECEIVED_BY_CONTROLLER
}
