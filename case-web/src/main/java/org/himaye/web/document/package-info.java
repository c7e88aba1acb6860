/** Pages on documents: the list of a case, the form with its upload, the withdrawal; and the addresses that bytes go through. */
package org.himaye.web.document;
