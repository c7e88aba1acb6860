package org.himaye.assessment;

import org.himaye.shared.BusinessException;

/** The assessment was finished meanwhile; a change needs a new one. */
public class NeedsAlreadyFinal extends BusinessException {}
