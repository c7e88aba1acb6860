/**
 * Checks an exported access log, and witnesses one that grows. Stands alone: no network but the witness's, no database, no library, no
 * line of the programs that write the log. What it checks is written in docs/log-format.md; start at {@link org.himaye.verifier.Main}.
 */
package org.himaye.verifier;
