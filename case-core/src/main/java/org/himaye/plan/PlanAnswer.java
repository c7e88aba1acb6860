package org.himaye.plan;

/** What the person answers to a plan. Wanting none has no consequence for any service. */
public enum PlanAnswer {
    AGREES,
    DECLINES
}
