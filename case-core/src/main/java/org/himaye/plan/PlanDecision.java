package org.himaye.plan;

/** How a plan addresses one of the seven components (BR-050). DECLINED is the person's word and has no consequence. */
public enum PlanDecision {
    GOALS,
    NOT_NEEDED,
    DECLINED
}
