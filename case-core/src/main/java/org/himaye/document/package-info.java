/**
 * Papers of a case as files (domain.md 3.3.16, docs/adr/0030): a PDF or a picture, each of a kind that says its class, with a title in
 * the uploader's own words and without the name that the file had. What comes is decided by its content and checked in a process of
 * its own; it is sealed in chunks under a key that stands under the case's. Kept as it came: a wrong one is withdrawn with a reason, and
 * for others than the house a redacted copy stands beside its original. The entry point is {@link org.himaye.document.DocumentService}.
 */
package org.himaye.document;
