package org.himaye.unusual;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one unusual access is about: whoever asks the house about it asks about exactly this.
 *
 * @param account whose accesses
 * @param caseId null where it is about no single case, and once that is erased
 * @param events their numbers in the log, the first of them
 * @param first time of the first of these
 * @param last time of the last of these
 * @param erased whether its case was erased: nobody is asked any more
 */
public record UnusualSubject(
        UUID account, UUID caseId, String caseNumber, List<Long> events, Instant first, Instant last, boolean erased) {}
