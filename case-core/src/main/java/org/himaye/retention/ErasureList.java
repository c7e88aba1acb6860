package org.himaye.retention;

import java.util.List;
import java.util.UUID;

/**
 * One page of what is due for erasure, the longest due first, and the holds that the caller may know of.
 *
 * @param next mark of the following page, or null on the last
 */
public record ErasureList(List<ErasureRow> rows, UUID next, List<HoldRow> holds) {}
