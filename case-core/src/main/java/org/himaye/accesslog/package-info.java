/** The record of every access to victim data: inserts only, ids and field names, never a value. Entry point for writing is {@link org.himaye.accesslog.AccessLog}, for the auditor {@code AccessLogService}. */
package org.himaye.accesslog;
