package org.himaye.disclosure;

import java.util.UUID;
import org.himaye.shared.TypedText;

/**
 * What the caseworker found.
 *
 * @param ground on what it rests; null when on nothing
 * @param consent which one, where it rests on a consent
 * @param fearsState of an embassy: whether the person fears the state whose embassy it is
 * @param guardianConflict of a child: whether the guardian is suspected or has interests of her own; null for an adult, or where nobody asked
 * @param riskNote what it may bring upon the person
 */
public record DisclosureCheck(
        DisclosureBasis ground, UUID consent, Boolean fearsState, Boolean guardianConflict, String riskNote) {

    public static final int NOTE_LENGTH = 1000;

    public DisclosureCheck {
        riskNote = TypedText.of("riskNote", riskNote, NOTE_LENGTH);
    }
}
