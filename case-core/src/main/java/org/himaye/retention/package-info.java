/**
 * What is over is kept for a term and then erased (domain.md 4.8). Life of a proposal: made by the machine when the term has passed, or by
 * somebody because the person asks; the privacy officer and the supervisor say yes, each for herself; the second yes erases in the same
 * transaction. A legal hold, an open payment or a decision that is awaited is in the way, also in between. The database does it, by one
 * function that asks everything again (docs/adr/0025). Entry points for pages are {@link org.himaye.retention.ErasureService} and
 * {@link org.himaye.retention.HoldService}.
 */
package org.himaye.retention;
