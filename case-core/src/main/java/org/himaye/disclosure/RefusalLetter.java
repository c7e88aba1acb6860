package org.himaye.disclosure;

import java.time.LocalDate;

/**
 * All that the answer to a refused request is made of. It is the same for somebody whom we know and for somebody whom nobody knows: there is
 * no number of a case and no reason in it.
 *
 * @param documentNumber as they wrote it; null when they named none
 */
public record RefusalLetter(
        String reference, String organisation, String documentNumber, LocalDate documentDate, LocalDate on) {}
