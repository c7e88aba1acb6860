/**
 * The record of every access to victim data: inserts only, ids and field names, never a value. Entry point for writing is {@link
 * org.himaye.accesslog.AccessLog}, for the auditor {@link org.himaye.accesslog.AccessLogService}, which reads as another database
 * role: the application itself cannot read what it wrote. What was sealed is checked by
 * {@link org.himaye.accesslog.LogProofs} for one event, and by a program of its own for all.
 */
package org.himaye.accesslog;
