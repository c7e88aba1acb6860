package org.himaye.document;

import org.himaye.shared.BusinessException;

/** Somebody withdrew it before. */
public class DocumentWithdrawnAlready extends BusinessException {}
