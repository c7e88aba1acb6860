/**
 * Black box: real Chromium against the real stack, begun without data. {@link org.himaye.acceptance.Visit} is a person at the
 * screen; {@link org.himaye.acceptance.AccessEvents} looks at the log as only the superuser can.
 */
package org.himaye.acceptance;
