package org.himaye.identification;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.Row;

/**
 * What somebody told before the form is filled, so that it is not asked again (BR-034). Who knows it is another capability; the form
 * shows it beside the questions, as told and not confirmed.
 */
public interface ToldBefore {

    /** Attributes of the row: lists of codes. */
    String SIGNS = "indicators";

    String PURPOSES = "purposes";

    Set<String> ALL = Set.of(SIGNS, PURPOSES);

    /** The row that holds what was told; empty when nobody told anything. */
    Optional<Row> ofCase(UUID caseId);
}
