/** Pages on notes: what was written about a case, and the form to write more. */
package org.himaye.web.note;
