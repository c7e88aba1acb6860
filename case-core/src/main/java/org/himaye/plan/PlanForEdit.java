package org.himaye.plan;

import java.util.List;
import java.util.Map;
import org.himaye.assessment.NeedArea;
import org.himaye.assessment.NeedLevel;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.RevealedRow;

/**
 * The form as it opens.
 *
 * @param needs the level of need that was found for each component; absent where there is none
 * @param reviews newest first: why it was sent back
 * @param child stricter rule for education
 */
public record PlanForEdit(
        CaseHeader header,
        int planVersion,
        PlanEntry entry,
        Map<NeedArea, NeedLevel> needs,
        List<RevealedRow> reviews,
        boolean child) {}
