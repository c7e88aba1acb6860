package org.himaye.plan;

import org.himaye.shared.BusinessException;

/** The consent names another version than this one (BR-051). */
public class ConsentForAnotherVersion extends BusinessException {}
