/**
 * Emergency access (domain.md 4.7): somebody of the institution who has no right to a case opens it for an hour, when a life or a child is
 * at stake. Asked for with a second factor, a reason and the classes needed; it only reads, it is told to supervisor and caseworker at
 * once, and another person reviews it. {@link org.himaye.casefile.CaseAccess} lets a running one through, the field policy says who may
 * ask for what. Entry point for pages is {@link org.himaye.breakglass.BreakGlassService}.
 */
package org.himaye.breakglass;
