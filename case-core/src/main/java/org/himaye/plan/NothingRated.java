package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** A progress review rates at least one goal. */
public class NothingRated extends BusinessException {}
