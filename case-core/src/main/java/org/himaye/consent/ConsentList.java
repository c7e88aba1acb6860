package org.himaye.consent;

import java.time.LocalDate;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.person.SpokenLanguage;

/**
 * All consents of a case and the briefings on rights, newest first.
 *
 * @param child somebody else answers for the person
 * @param proposedEnd last day of a new consent as the configuration proposes it
 * @param spoken the person's languages, best first
 */
public record ConsentList(
        CaseHeader header,
        List<ConsentRow> consents,
        List<Briefing> briefings,
        boolean child,
        LocalDate proposedEnd,
        List<SpokenLanguage> spoken) {

    /** One briefing on rights. */
    public record Briefing(String textVersion, SpokenLanguage language, boolean interpreter, java.time.Instant at) {}
}
