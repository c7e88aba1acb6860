/**
 * The case at the centre: opened by an accepted referral or a walk-in, INTAKE, ACTIVE, later followed up and closed (domain.md
 * 2.3). Holds number, state, who works on it and its deadlines. Other capabilities depend on it, never it on them; they ask
 * {@link org.himaye.casefile.CaseAccess} before they touch a case. Entry point for pages is {@link
 * org.himaye.casefile.CaseFileService}.
 */
package org.himaye.casefile;
