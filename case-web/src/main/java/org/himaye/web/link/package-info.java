/** Pages of the capability {@code link}; each bean belongs to the page of the same folder. How: case-web/README.md. */
package org.himaye.web.link;
