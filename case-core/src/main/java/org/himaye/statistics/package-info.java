/**
 * Numbers for the state's own work: fixed tables that were checked before, never a free question. Small counts are withheld so that
 * nobody can be recognised, also not by subtraction (domain.md 5.2). Reads coded facts only, never a name, a number of a case or a
 * text, and nothing newer than the last complete quarter. Entry point is {@link org.himaye.statistics.StatisticsService}.
 */
package org.himaye.statistics;
