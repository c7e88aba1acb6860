/** Entries of the log: their one form, and what must hold between them. */
package org.himaye.verifier.entry;
