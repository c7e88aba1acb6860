/**
 * How a person becomes PRESUMED and IDENTIFIED (domain.md 2.1): indicators seen, the written conclusion, the episode, the set sent
 * to the special unit and its decision. No score decides. The code lists of the law's definition (domain.md 1.3, 1.4) live here and
 * are used by referrals too. Entry points: {@link org.himaye.identification.IndicatorService} for the caseworker, {@link
 * org.himaye.identification.IdentificationService} for the way to the unit and back.
 */
package org.himaye.identification;
