package org.himaye.organisation;

import org.himaye.shared.BusinessException;

/** The identity provider does not answer or refuses: nothing was changed there, and the same act can be tried again. */
public class ProviderAway extends BusinessException {}
