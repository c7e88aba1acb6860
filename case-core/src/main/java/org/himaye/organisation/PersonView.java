package org.himaye.organisation;

import java.util.List;

/** The page of one colleague, with where else he could work. */
public record PersonView(PersonRow person, List<Workplace> institutions) {}
