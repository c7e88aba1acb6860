/**
 * What an auditor makes of the log (domain.md 3.2 "Auditor", docs/adr/0032): a question about the accesses of one account, the answer of the
 * supervisor of that house, and a verdict. Three rows that are never changed, by two people, neither of whom is the one whose accesses are
 * asked about. Entry point is {@link org.himaye.audit.AuditService}.
 */
package org.himaye.audit;
