package org.himaye.restriction;

import java.util.List;
import org.himaye.casefile.StaffChoice;

/**
 * The empty form for one case.
 *
 * @param colleagues who can be named: those of the house, or everybody who can be barred
 */
public record RestrictionForm(String number, List<StaffChoice> colleagues) {}
