package org.himaye.link;

import java.time.LocalDate;
import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.person.SpokenLanguage;
import org.himaye.referral.InstitutionChoice;

/**
 * The links of a case, with what the form to ask needs.
 *
 * @param links the latest first
 * @param question what another institution asks about this case, the oldest; null where none does
 * @param choices institutions that may know the person and are not asked yet
 * @param child a guardian answers
 * @param spoken the person's languages, best first
 * @param proposedEnd last day of an agreement as the configuration proposes it
 */
public record CaseLinks(
        CaseHeader header,
        List<LinkRow> links,
        LinkQuestion question,
        List<InstitutionChoice> choices,
        boolean child,
        List<SpokenLanguage> spoken,
        LocalDate proposedEnd,
        LocalDate today) {}
