/**
 * Nothing typed is ever lost: what somebody typed into a form and has not sent is kept as one sealed blob, for its author alone, until
 * the form is sent, the author discards it, or seven days have passed (architecture.md 7, docs/adr/0011). Keeping is no access and
 * leaves no event; getting it back is one. Life cycle: kept, kept again, ended. Entry points: {@link org.himaye.draft.Drafts} for the
 * pages, {@link org.himaye.draft.DraftService} to get a text back.
 */
package org.himaye.draft;
