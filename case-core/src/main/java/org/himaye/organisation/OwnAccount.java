package org.himaye.organisation;

import org.himaye.shared.BusinessException;

/** Nobody administers the own account. */
public class OwnAccount extends BusinessException {}
