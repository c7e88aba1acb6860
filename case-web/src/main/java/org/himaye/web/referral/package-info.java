/** Pages of referrals: for who sends one, and for who receives it. */
package org.himaye.web.referral;
