package org.himaye.casefile;

import java.util.UUID;
import org.himaye.shared.PageAsked;

/**
 * What the list shall show.
 *
 * @param status only this one, or null for all
 * @param assignee only cases of this caseworker, or null for all
 * @param due only cases whose next deadline is then, or null for all
 * @param page which part of the list, by deadline and id
 */
public record CaseQuery(CaseStatus status, UUID assignee, CaseDue due, PageAsked page) {}
