package org.himaye.audit;

import java.time.Instant;
import java.util.List;
import org.himaye.accesslog.AccessEntry;
import org.himaye.breakglass.BreakGlassReason;
import org.himaye.breakglass.Verdict;
import org.himaye.confidentiality.Revealed;

/**
 * One finding with the reader's next step.
 *
 * @param caseNumber null where it is about no single case
 * @param colleague whose accesses
 * @param accesses the newest of them, without the numbers of other cases for who is not an auditor
 * @param count how many it is about
 * @param emergency why the emergency access was begun that a review found not justified, which asks by itself; else null
 * @param answer null until there is one
 * @param verdict null until there is one
 * @param erased whether the words went with their case, and none are written any more
 * @param answers whether the reader answers now
 * @param decides whether the reader decides now
 */
public record FindingView(
        String reference,
        String caseNumber,
        String colleague,
        FindingState state,
        Instant answerDueAt,
        List<AccessEntry> accesses,
        int count,
        BreakGlassReason emergency,
        Said question,
        Said answer,
        Said verdict,
        Verdict code,
        boolean erased,
        boolean answers,
        boolean decides) {

    /** Words, and who said them when. */
    public record Said(Revealed<?> words, String by, Instant at) {}
}
