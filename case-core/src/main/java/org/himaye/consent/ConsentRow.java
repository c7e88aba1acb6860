package org.himaye.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.himaye.confidentiality.Revealed;
import org.himaye.person.SpokenLanguage;

/**
 * One consent on the case's list.
 *
 * @param replaced it ended because the same question was answered again, not because its time ran out
 */
public record ConsentRow(
        UUID id,
        int version,
        ConsentScope scope,
        ConsentStatus status,
        ConsentGiver givenBy,
        SpokenLanguage language,
        Instant answeredAt,
        LocalDate validTo,
        boolean replaced,
        Revealed<?> refusedReason) {

    /** Only what is in force can be withdrawn. */
    public boolean withdrawable() {
        return status == ConsentStatus.GIVEN;
    }
}
