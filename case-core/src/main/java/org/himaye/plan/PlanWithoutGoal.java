package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** A plan has at least one goal; without one there is nothing to plan. */
public class PlanWithoutGoal extends BusinessException {}
