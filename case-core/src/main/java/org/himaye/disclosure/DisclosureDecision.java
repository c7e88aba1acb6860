package org.himaye.disclosure;

import java.time.LocalDate;
import java.util.List;

/**
 * What the supervisor decides.
 *
 * @param refused why nothing goes, or null
 * @param fields what goes; empty for a refusal
 * @param expiresOn last day on which the receiver may use it
 */
public record DisclosureDecision(RefusalGround refused, List<DisclosedField> fields, LocalDate expiresOn) {

    /** Longer than this nobody needs what he asked for. */
    static final int LONGEST_DAYS = 183;

    public DisclosureDecision {
        fields = fields == null || refused != null
                ? List.of()
                : fields.stream().sorted().distinct().toList();
    }
}
