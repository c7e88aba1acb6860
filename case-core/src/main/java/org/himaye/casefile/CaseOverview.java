package org.himaye.casefile;

import java.util.List;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.shared.Translated;

/**
 * The first page of a case.
 *
 * @param person the person's attributes as the reader may see them
 * @param history newest first, at most 50 steps
 * @param caseworkers to whom the case could pass; empty unless the reader may assign
 * @param specialists who can be given a function on the case; empty unless the reader may assign
 * @param earlier institutions that may have an earlier record of the person (3.4, BR-037) and are not linked; of nobody unless the reader supervises
 * @param linked institutions at which the same person has a case, by her agreement; as {@code earlier}
 * @param purposes what the reader may choose where a purpose is needed
 */
public record CaseOverview(
        CaseHeader header,
        RevealedRow person,
        List<StatusStep> history,
        List<StaffChoice> caseworkers,
        List<StaffChoice> specialists,
        List<Translated> earlier,
        List<Translated> linked,
        List<Purpose> purposes) {}
