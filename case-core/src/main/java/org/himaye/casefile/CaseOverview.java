package org.himaye.casefile;

import java.util.List;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.shared.Translated;

/**
 * The first page of a case.
 *
 * @param person the person's attributes as the reader may see them
 * @param history newest first, of the last 50 steps those that the reader may know of
 * @param historyNeedsPurpose after choosing a purpose the reader may know of steps of more kinds, if there are any
 * @param caseworkers to whom the case could pass; empty unless the reader may assign
 * @param specialists who can be given a function on the case; empty unless the reader may assign
 * @param onCase who has a function on the case beside the responsible caseworker; empty unless the reader may assign
 * @param earlier institutions that may have an earlier record of the person (3.4, BR-037) and are not linked; of nobody unless the reader supervises
 * @param linked institutions at which the same person has a case, by her agreement; as {@code earlier}
 * @param purposes what the reader may choose where a purpose is needed
 */
public record CaseOverview(
        CaseHeader header,
        RevealedRow person,
        List<StatusStep> history,
        boolean historyNeedsPurpose,
        List<StaffChoice> caseworkers,
        List<StaffChoice> specialists,
        List<Colleague> onCase,
        List<Translated> earlier,
        List<Translated> linked,
        List<Purpose> purposes) {}
