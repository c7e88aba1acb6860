package org.himaye.audit;

import java.util.List;
import org.himaye.accesslog.AccessEntry;

/**
 * What a question would be about.
 *
 * @param caseNumber null where it is about no single case
 * @param accesses the newest of them
 * @param count how many it is about, at most {@link AuditFinding#MOST_EVENTS}: the newest
 * @param complete false when more fit
 */
public record FindingDraft(
        String caseNumber, String colleague, List<AccessEntry> accesses, int count, boolean complete) {}
