/**
 * What the person herself asks of her own data: to see it, to have it corrected, restricted or erased, to take a consent back; how it was
 * made sure that it is she, what she gets, and why not all of it (domain.md 4.8, ADR 33). The answer is made by
 * {@link org.himaye.subjectrequest.SubjectAnswerService}.
 */
package org.himaye.subjectrequest;
