/**
 * The rehabilitation plan (domain.md 2.6): written by the caseworker over the seven components of the law, reviewed by a supervisor
 * who is not its author, agreed by the person, started, rated. A plan is a chain of versions; an approved version never changes,
 * consent binds to one version (BR-051, BR-052), and one version at most is ACTIVE on a case (BR-053, kept by the database too).
 * What the person declines is recorded with its date and has no consequence. This package creates, agrees and rates a version;
 * revision and withdrawal will add versions. Entry points for pages: {@link org.himaye.plan.PlanService} (write and read), {@link
 * org.himaye.plan.PlanStepService} (review to start), {@link org.himaye.plan.PlanProgressService} (ratings, caseload).
 */
package org.himaye.plan;
