/**
 * Somebody tells an institution about a person (domain.md 2.2): SENT, ACKNOWLEDGED, then ACCEPTED, DECLINED or RETURNED; a sender
 * may withdraw, and sends again what was returned. Nothing but the minimum set is asked. A referral has its own key until it is
 * accepted; then a case is opened and the values are sealed again under the case's. The sender afterwards sees number, state, times
 * and what it typed itself, never a case. Entry points are {@link org.himaye.referral.ReferralService} for senders and {@link
 * org.himaye.referral.IncomingReferralService} for receivers. Not here: handing over to services, the set for the special unit.
 */
package org.himaye.referral;
