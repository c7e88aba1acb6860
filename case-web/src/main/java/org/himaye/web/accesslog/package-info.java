/** The auditor's desk: events, who saw a case, the file to take away. */
package org.himaye.web.accesslog;
