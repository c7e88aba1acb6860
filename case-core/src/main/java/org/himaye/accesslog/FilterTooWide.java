package org.himaye.accesslog;

import org.himaye.shared.BusinessException;

/** So much of the log would have to be read for this filter that the database gave up: a limit of the desk's role. */
public class FilterTooWide extends BusinessException {}
