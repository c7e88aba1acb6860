/**
 * What people agree to: one question, one answer, always limited in time, withdrawn at any moment (domain.md 2.7, BR-004, BR-005).
 * Also that rights were explained. Other capabilities ask {@link org.himaye.consent.Consents} before they act on one; pages come in
 * through {@link org.himaye.consent.ConsentService}. Never makes a service depend on an answer.
 */
package org.himaye.consent;
