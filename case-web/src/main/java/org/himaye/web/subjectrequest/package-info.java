/** Pages of what the person herself asks. */
package org.himaye.web.subjectrequest;
