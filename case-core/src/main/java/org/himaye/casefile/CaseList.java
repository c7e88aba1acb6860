package org.himaye.casefile;

import java.util.List;

/**
 * One page of cases, the most urgent deadline first.
 *
 * @param next cursor of the following page, or null on the last
 * @param caseworkers whom the list can be filtered by; empty for who sees only own cases
 */
public record CaseList(List<CaseRow> rows, CaseQuery.Cursor next, List<StaffChoice> caseworkers) {}
