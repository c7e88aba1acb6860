package org.himaye.organisation;

import org.himaye.confidentiality.Role;

/**
 * Somebody who shall work here.
 *
 * @param account name at the sign-in page
 * @param language that the sign-in pages speak to the person
 */
public record Invitation(String name, String account, Workplace institution, Role role, SignInLanguage language) {}
