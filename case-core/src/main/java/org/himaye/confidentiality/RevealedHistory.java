package org.himaye.confidentiality;

import java.util.List;

/** Former values as their reader may see them, and the rows that stand beside them. */
public record RevealedHistory(List<RevealedChange> changes, List<RevealedRow> beside) {}
