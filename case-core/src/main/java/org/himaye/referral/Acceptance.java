package org.himaye.referral;

import java.util.UUID;

/**
 * Taking responsibility for a person.
 *
 * @param caseId made by the form, so that a double click opens one case
 * @param caseworker who is responsible from now on
 */
public record Acceptance(UUID caseId, UUID caseworker, boolean capacityChecked, boolean safetyChecked) {}
