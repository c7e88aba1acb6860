/**
 * Who takes part: institutions, the people who work in them, and their sign-in sessions. The identity provider knows passwords and
 * jobs; this package knows where somebody works and as what, and both must agree before anything opens. A session's row is its only
 * truth: whoever ends a session, the person, an administrator or time, only changes the row. Entry points: {@link
 * org.himaye.organisation.SessionService} for sign-in and sign-out, {@link org.himaye.organisation.CurrentSession} for each request.
 */
package org.himaye.organisation;
