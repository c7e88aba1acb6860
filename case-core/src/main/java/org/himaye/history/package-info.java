/**
 * What a case said before it was corrected (domain.md 4.8): every change of a confidential attribute with the value of before and of
 * after, who and when, shown under today's right to the attribute itself. Nothing here writes: the
 * {@link org.himaye.confidentiality.Gate} keeps each change in the act that made it, and the values are erased with the key of whom
 * they are about. Entry point for pages is {@link org.himaye.history.HistoryService}.
 */
package org.himaye.history;
