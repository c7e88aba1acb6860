package org.himaye.confidentiality;

import org.himaye.shared.BusinessException;

/** A key is away, or a stored value does not belong where it stands: nothing is written over it, and no form begins without it. */
public class NotOpenedNow extends BusinessException {}
