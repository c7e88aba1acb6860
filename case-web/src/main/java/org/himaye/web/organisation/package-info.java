/** Institutions and their people, for the administrator. */
package org.himaye.web.organisation;
