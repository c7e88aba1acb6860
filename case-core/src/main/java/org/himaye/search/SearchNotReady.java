package org.himaye.search;

import org.himaye.shared.BusinessException;

/** The index of names is being built, or waits for the database: there is no answer now, not even half of one. */
public class SearchNotReady extends BusinessException {}
