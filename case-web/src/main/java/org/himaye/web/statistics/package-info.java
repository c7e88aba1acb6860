/** The fixed tables. */
package org.himaye.web.statistics;
