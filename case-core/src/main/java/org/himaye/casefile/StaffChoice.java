package org.himaye.casefile;

import java.util.UUID;

/** A colleague to choose. */
public record StaffChoice(UUID sub, String name) {}
