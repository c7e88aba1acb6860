/** What staff may read of the log of accesses. */
package org.himaye.web.staffaccess;
