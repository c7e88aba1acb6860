/**
 * Backup and restore: a consistent copy of the databases while people work, and the keys in a file of their own.
 *
 * <p>{@link org.himaye.keeping.Backup} writes, {@link org.himaye.keeping.Restore} reads. Both know PostgreSQL by connections alone, so
 * that they work with a server of one's own as with the embedded one. Reasons: docs/adr/0013; for those who run it: docs/operations.md.
 */
package org.himaye.keeping;
