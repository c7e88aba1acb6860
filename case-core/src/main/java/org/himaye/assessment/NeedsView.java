package org.himaye.assessment;

import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;

/**
 * The newest assessment as its reader may see it.
 *
 * @param status null when there is none yet
 * @param assessment null when there is none yet
 * @param items in the order of {@link NeedArea}
 * @param purposes what the reader may choose where a purpose is needed
 */
public record NeedsView(
        CaseHeader header,
        NeedsAssessmentStatus status,
        RevealedRow assessment,
        List<RevealedRow> items,
        List<Purpose> purposes) {}
