package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** A plan is begun on a final needs assessment that is recent enough (domain.md 2.6). */
public class NeedsNotCurrent extends BusinessException {}
