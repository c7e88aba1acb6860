package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** Goals are rated while the plan is in force. */
public class PlanNotInForce extends BusinessException {}
