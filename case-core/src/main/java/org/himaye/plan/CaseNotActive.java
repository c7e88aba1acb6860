package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** A plan is begun when intake is complete. */
public class CaseNotActive extends BusinessException {}
