package org.himaye.plan;

/** Where an action stands, domain.md 2.6. The person can decline what is offered and cancel what runs, at any time. */
public enum ActionState {
    PLANNED,
    OFFERED,
    ACCEPTED,
    IN_PROGRESS,
    DONE,
    NOT_DONE,
    CANCELLED_BY_VICTIM,
    CANCELLED_BY_PROVIDER,
    DECLINED
}
