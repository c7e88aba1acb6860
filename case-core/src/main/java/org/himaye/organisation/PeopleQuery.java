package org.himaye.organisation;

import java.util.UUID;
import org.himaye.confidentiality.Role;

/**
 * Which people to list; null asks for all.
 *
 * @param after the last person of the page before, or null for the first page
 */
public record PeopleQuery(UUID institution, Role role, PersonState state, UUID after) {}
