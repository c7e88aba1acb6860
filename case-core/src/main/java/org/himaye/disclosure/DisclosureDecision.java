package org.himaye.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the supervisor decides.
 *
 * @param refused why nothing goes, or null
 * @param fields what goes; empty for a refusal
 * @param documents redacted copies that go with it; empty for a refusal
 * @param expiresOn last day on which the receiver may use it
 */
public record DisclosureDecision(
        RefusalGround refused, List<DisclosedField> fields, List<UUID> documents, LocalDate expiresOn) {

    /** Longer than this nobody needs what he asked for. */
    static final int LONGEST_DAYS = 183;

    public DisclosureDecision {
        fields = fields == null || refused != null
                ? List.of()
                : fields.stream().sorted().distinct().toList();
        documents = documents == null || refused != null
                ? List.of()
                : documents.stream().distinct().toList();
    }

    /** Without papers. */
    public DisclosureDecision(RefusalGround refused, List<DisclosedField> fields, LocalDate expiresOn) {
        this(refused, fields, List.of(), expiresOn);
    }
}
