package org.himaye.organisation;

import java.util.List;
import java.util.UUID;

/**
 * One page of people, by name.
 *
 * @param next mark of the following page, or null on the last
 * @param overdue institutions whose rights nobody has reviewed in time
 */
public record PeopleList(List<PersonRow> rows, UUID next, List<Workplace> institutions, List<ReviewOverdue> overdue) {}
