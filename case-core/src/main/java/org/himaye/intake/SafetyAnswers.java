package org.himaye.intake;

/** What the part on safety holds when it is saved; null where nothing was said yet. */
public record SafetyAnswers(
        Boolean immediateDanger, String dangerText, Boolean urgentHealth, String urgentHealthText) {}
