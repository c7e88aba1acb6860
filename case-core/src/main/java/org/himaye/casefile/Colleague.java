package org.himaye.casefile;

import org.himaye.confidentiality.Role;

/** A colleague who works on cases, or can, with her job. */
public record Colleague(StaffChoice person, Role role) {}
