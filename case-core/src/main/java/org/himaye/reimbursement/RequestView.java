package org.himaye.reimbursement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Revealed;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.confidentiality.Role;

/**
 * One request as its reader may see it.
 *
 * @param request for who has done his step and whose turn it is no longer: number and state only
 * @param instalments in their order; empty before approval
 * @param lines who did what, the first step first; names only for who works on the case
 * @param budget the line's figures, or null
 * @param steps what the reader may do now
 * @param barred the step would be the reader's by job, but took part before (BR-060)
 * @param purposes what the reader may choose where a purpose is needed
 */
public record RequestView(
        String reference,
        String caseNumber,
        ReimbursementState state,
        int version,
        RevealedRow request,
        List<RevealedRow> instalments,
        List<Line> lines,
        Budget budget,
        Set<ReimbursementStep> steps,
        boolean barred,
        List<Purpose> purposes) {

    /** One step that was taken. */
    public record Line(ReimbursementStep step, Role role, ReimbursementReason reason, Instant at, String name) {

        Line withoutName() {
            return new Line(step, role, reason, at, null);
        }
    }

    /** The line that pays, with its figures. */
    public record Budget(
            BudgetChoice line, Revealed<?> ceiling, Revealed<?> committed, Revealed<?> paid, Revealed<?> left) {}
}
