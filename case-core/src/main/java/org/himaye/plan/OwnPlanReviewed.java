package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** Four eyes: whoever wrote a plan does not review it. */
public class OwnPlanReviewed extends BusinessException {}
