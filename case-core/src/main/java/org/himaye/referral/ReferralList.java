package org.himaye.referral;

import java.util.List;

/**
 * One page of referrals.
 *
 * @param next mark of the following page, or null on the last
 * @param open false when the caller is not on duty and therefore sees none
 */
public record ReferralList(List<ReferralRow> rows, String next, boolean open) {}
