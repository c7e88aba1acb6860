/** Pages of the capability {@code disclosure}; each bean belongs to the page of the same folder. How: case-web/README.md. */
package org.himaye.web.disclosure;
