package org.himaye.identification;

import java.time.LocalDate;

/**
 * The special unit's decision IDENTIFIED.
 *
 * @param overrideReason why the officer decides although the episode is incomplete (BR-010); null otherwise
 */
public record IdentificationDecision(String number, LocalDate date, String text, String overrideReason) {}
