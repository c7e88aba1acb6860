/** Pages of what the machine found unusual in the log. */
package org.himaye.web.unusual;
