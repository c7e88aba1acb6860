/** What a case said before it was corrected. */
package org.himaye.web.history;
