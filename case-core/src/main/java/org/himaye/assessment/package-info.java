/**
 * What the person needs, asked once on one page (domain.md 2.5): DRAFT, FINAL, SUPERSEDED by the next. One answer for each of the
 * seven components of the law and for six things of daily life, and the person's own view beside it. Nothing here is a condition
 * for anything: "declined" is an answer like the others. Plans ask {@link org.himaye.assessment.NeedsAssessments} whether there is
 * one to build on; the entry point for pages is {@link org.himaye.assessment.NeedsAssessmentService}.
 */
package org.himaye.assessment;
