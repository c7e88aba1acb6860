/** Pages on what the person needs. */
package org.himaye.web.assessment;
