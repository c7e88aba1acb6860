/**
 * The human being behind a case. Identity, contact points and relatives are sealed under the person's own key and kept apart from
 * the case; every other table knows the pseudonym's id only. Entry point for other capabilities is {@link
 * org.himaye.person.Person}; pages come in through the capability that shows it.
 */
package org.himaye.person;
