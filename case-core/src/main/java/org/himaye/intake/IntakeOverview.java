package org.himaye.intake;

import java.util.List;
import java.util.Map;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;

/**
 * The parts with their states and what was answered on safety.
 *
 * @param safety an empty row while nothing was answered
 * @param open intake is not complete
 * @param missing needed parts that are not done; empty when intake may be completed
 */
public record IntakeOverview(
        CaseHeader header,
        Map<IntakePart, PartState> states,
        RevealedRow safety,
        boolean open,
        List<IntakePart> missing,
        List<Purpose> purposes) {}
