package org.himaye.note;

import org.himaye.shared.BusinessException;

/** A note has one correction: the next one corrects that. */
public class NoteCorrectedAlready extends BusinessException {}
