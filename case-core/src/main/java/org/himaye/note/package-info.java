/**
 * What those who work on a case write down (domain.md 3.3.16, 3.3.12, 4.8): notes of the case, the person's own words, health notes, and
 * the two sorts that stay with who wrote them, therapy notes and the lawyer's. Written once: a note is corrected by another one, and both
 * can be read; nothing here changes or deletes. Which class a text has follows from its sort ({@link org.himaye.note.NoteSort}): one
 * attribute for each class. {@link org.himaye.note.Notes} brings the person's own words to other pages; the entry point for pages is
 * {@link org.himaye.note.NoteService}.
 */
package org.himaye.note;
