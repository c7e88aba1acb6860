/**
 * The record of every access to victim data: inserts only, ids and field names, never a value. Entry point for writing is {@link
 * org.himaye.accesslog.AccessLog}, for the auditor {@link org.himaye.accesslog.AccessLogService}, which reads as another database
 * role: the application itself cannot read what it wrote. Proof against change (sealing) follows and needs no other events.
 */
package org.himaye.accesslog;
