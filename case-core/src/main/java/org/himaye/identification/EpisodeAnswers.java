package org.himaye.identification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.himaye.person.Country;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What the form of the episode holds when it is saved.
 *
 * @param forms only those of chosen purposes are kept
 * @param vulnerabilities of both classes; null for those of health leaves what is stored where the caller may not read it
 * @param countries or null for none
 */
public record EpisodeAnswers(
        LocalDate fromDate,
        DatePrecision fromPrecision,
        LocalDate toDate,
        DatePrecision toPrecision,
        Map<TraffickingAct, Certainty> acts,
        Map<TraffickingMeans, Certainty> means,
        Map<ExploitationPurpose, Certainty> purposes,
        List<ExploitationForm> forms,
        RecruitmentChannel recruitmentChannel,
        List<Vulnerability> vulnerabilities,
        List<Vulnerability> healthVulnerabilities,
        List<Country> countries,
        String note) {

    public EpisodeAnswers {
        note = TypedText.of("note", note, TraffickingEpisode.NOTE_LENGTH);
        forms = forms == null ? List.of() : List.copyOf(forms);
        countries = countries == null ? null : List.copyOf(countries);
    }

    /** What must hold even of an incomplete one: its days, and that the purpose OTHER does not stand alone (BR-010). */
    public Rules rules(LocalDate today) {
        boolean backwards = fromDate != null && toDate != null && toDate.isBefore(fromDate);
        boolean formOfOther = forms.stream().anyMatch(form -> form.purpose() == ExploitationPurpose.OTHER);
        return new Rules()
                .unless(fromDate == null || !fromDate.isAfter(today), () -> new EpisodeDatesWrong("fromDate"))
                .unless(toDate == null || !toDate.isAfter(today) && !backwards, () -> new EpisodeDatesWrong("toDate"))
                .unless(
                        purposes.get(ExploitationPurpose.OTHER) == null || note != null || formOfOther,
                        OtherNeedsNote::new);
    }

    Map<String, Object> values(boolean healthReadable) {
        Map<String, Object> values = new HashMap<>();
        values.put("fromDate", fromDate);
        values.put("fromPrecision", fromPrecision);
        values.put("toDate", toDate);
        values.put("toPrecision", toPrecision);
        values.put("acts", CertainCodes.text(acts));
        values.put("means", CertainCodes.text(means));
        values.put("purposes", CertainCodes.text(purposes));
        values.put(
                "forms",
                Codes.text(forms.stream()
                        .filter(form -> purposes.get(form.purpose()) != null)
                        .toList()));
        values.put("recruitmentChannel", recruitmentChannel);
        values.put("vulnerabilities", Codes.text(vulnerabilities));
        values.put("countries", countries);
        values.put("note", note);
        String health = Codes.text(healthVulnerabilities);
        if (healthReadable || health != null) {
            values.put("healthVulnerabilities", health);
        }
        return values;
    }
}
