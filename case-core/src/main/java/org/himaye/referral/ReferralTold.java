package org.himaye.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.Indicator;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What a sender tells: the minimum set of domain.md 2.2 and nothing else (BR-021, BR-034). Texts are normalised, a rule that is
 * broken names its field.
 *
 * @param dutyPhone number of the duty officer
 * @param safeContact how to reach the person safely, or place and time of handover
 * @param indicatorsReason why it is sent although no sign was seen, or null
 * @param purposes if known; may be empty
 * @param consentGround why it is sent without consent, or null
 * @param personName optional
 * @param documents optional
 */
public record ReferralTold(
        String dutyPhone,
        String safeContact,
        AgeGroup ageGroup,
        Sex sex,
        SpokenLanguage language,
        Boolean immediateDanger,
        Boolean urgentMedical,
        List<Indicator> indicators,
        String indicatorsReason,
        List<ExploitationPurpose> purposes,
        ConsentTold consent,
        ConsentGround consentGround,
        String personName,
        String documents) {

    public static final int PHONE_LENGTH = 30;
    public static final int CONTACT_LENGTH = 500;
    public static final int REASON_LENGTH = 500;
    public static final int NAME_LENGTH = 120;
    public static final int DOCUMENTS_LENGTH = 200;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/-]{1,28}");

    public ReferralTold {
        dutyPhone = TypedText.of("dutyPhone", dutyPhone, PHONE_LENGTH);
        safeContact = TypedText.of("safeContact", safeContact, CONTACT_LENGTH);
        indicators = indicators == null
                ? List.of()
                : indicators.stream().sorted().distinct().toList();
        indicatorsReason = TypedText.of("indicatorsReason", indicatorsReason, REASON_LENGTH);
        purposes = purposes == null
                ? List.of()
                : purposes.stream().sorted().distinct().toList();
        personName = TypedText.of("personName", personName, NAME_LENGTH);
        documents = TypedText.of("documents", documents, DOCUMENTS_LENGTH);
    }

    /** What must hold before it is sent: every part of the minimum set is answered, and the answers fit each other. */
    public Rules rules() {
        return toReach(ofThePerson(new Rules()));
    }

    /** The first step: what is known of the person. */
    public Rules rulesOfThePerson() {
        return ofThePerson(new Rules());
    }

    private Rules ofThePerson(Rules rules) {
        require(rules, "ageGroup", ageGroup);
        require(rules, "immediateDanger", immediateDanger);
        require(rules, "urgentMedical", urgentMedical);
        require(rules, "language", language);
        require(rules, "sex", sex);
        require(rules, "consent", consent);
        return rules.unless(!indicators.isEmpty() || indicatorsReason != null, IndicatorOrReasonNeeded::new)
                .unless(consent == null || consent == ConsentTold.YES || groundHolds(), ConsentGroundNeeded::new);
    }

    private Rules toReach(Rules rules) {
        require(rules, "dutyPhone", dutyPhone);
        require(rules, "safeContact", safeContact);
        return rules.unless(dutyPhone == null || PHONE.matcher(dutyPhone).matches(), DutyPhoneUnclear::new);
    }

    /** An adult who did not agree is referred in an emergency only; a child also with the guardian or in its best interests. */
    private boolean groundHolds() {
        return consentGround == ConsentGround.EMERGENCY || (consentGround != null && ageGroup != AgeGroup.ADULT);
    }

    private static void require(Rules rules, String field, Object answer) {
        rules.unless(answer != null, () -> new AnswerMissing(field));
    }

    boolean immediate() {
        return immediateDanger || urgentMedical;
    }

    /** By attribute of {@link Referral}, for the gate. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("dutyPhone", dutyPhone);
        values.put("safeContact", safeContact);
        values.put("ageGroup", ageGroup);
        values.put("sex", sex);
        values.put("language", language);
        values.put("immediateDanger", immediateDanger);
        values.put("urgentMedical", urgentMedical);
        values.put("indicators", indicators);
        values.put("indicatorsReason", indicatorsReason);
        values.put("purposes", purposes);
        values.put("consent", consent);
        values.put("consentGround", consent == ConsentTold.YES ? null : consentGround);
        values.put("personName", personName);
        values.put("documents", documents);
        return values;
    }
}
