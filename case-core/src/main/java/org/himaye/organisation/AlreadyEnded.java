package org.himaye.organisation;

import org.himaye.shared.BusinessException;

/** The person does not work here any more. */
public class AlreadyEnded extends BusinessException {}
