package org.himaye.organisation;

import org.himaye.shared.BusinessException;

/** The list is signed whole: somebody on it has no decision yet. */
public class RightsUndecided extends BusinessException {}
