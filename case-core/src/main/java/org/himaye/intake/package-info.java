/**
 * The first meeting, as a list of parts that are done in any order and saved each alone (domain.md 2.3): rights, consent, safety,
 * the person, safe contact, signs, episode. What the referral told is not asked again (BR-034). Completing it makes the case
 * active; nothing here decides about help. Entry points: {@link org.himaye.intake.IntakeService} and {@link
 * org.himaye.intake.PersonFileService}; consents, signs and episode belong to their own capabilities.
 */
package org.himaye.intake;
