package org.himaye.casefile;

import java.util.List;
import org.himaye.shared.PageOf;

/**
 * One page of cases, the most urgent deadline first.
 *
 * @param caseworkers whom the list can be filtered by; empty for who sees only own cases
 */
public record CaseList(PageOf<CaseRow> page, List<StaffChoice> caseworkers) {}
