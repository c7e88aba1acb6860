package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** There is a version on its way already, or one in force. */
public class PlanUnderway extends BusinessException {}
