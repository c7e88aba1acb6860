/**
 * Restrictions of one case: sealed for all but named persons (BR-075), suspended by an order of a court or the prosecution (domain.md 4.6), or
 * closed to somebody who has a conflict of interest. Life: entered; an order is confirmed by another person; lifted, mostly by two. It never
 * ends by itself. What it does is done by row-level security and by {@link org.himaye.casefile.CaseAccess} (docs/adr/0020). Entry point for
 * pages is {@link org.himaye.restriction.RestrictionService}.
 */
package org.himaye.restriction;
