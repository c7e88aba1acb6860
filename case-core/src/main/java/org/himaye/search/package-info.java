/**
 * Finding a case by what is known of the person: a number, a document, a telephone, or a name as a tired person types it. Names are
 * compared by {@link org.himaye.search.PersonName}, which knows Azerbaijani in both scripts, Russian and their spellings in Latin
 * letters (security.md 2.2 (v)).
 */
package org.himaye.search;
