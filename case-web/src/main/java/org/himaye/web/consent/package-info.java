/** What the forms share in which the person is asked; {@code cw:agreement} shows it. */
package org.himaye.web.consent;
