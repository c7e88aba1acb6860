/**
 * Money for the person: asked for by the caseworker, reviewed, approved within a budget line and paid, by at least three
 * different people (domain.md 2.8, BR-060 to BR-067). A one-time allowance is given once to a person. The law's word is
 * müavinət, allowance; amounts and conditions are rules with validity dates. Finance sees case number, kind, amount and bank data,
 * never the case. Entry points are {@link org.himaye.reimbursement.ReimbursementService} for asking and reading and {@link
 * org.himaye.reimbursement.ReimbursementDecisionService} for the steps of the others.
 */
package org.himaye.reimbursement;
