package org.himaye.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.himaye.identification.ExploitationPurpose;
import org.himaye.identification.Indicator;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
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

    /**
     * @throws AnswerMissing when a part of the minimum set has no answer
     * @throws DutyPhoneUnclear when nobody could be called back
     * @throws IndicatorOrReasonNeeded when neither a sign nor a reason is given
     * @throws ConsentGroundNeeded when it would be sent against the will without a ground
     */
    void requireComplete() {
        require("dutyPhone", dutyPhone);
        require("safeContact", safeContact);
        require("ageGroup", ageGroup);
        require("sex", sex);
        require("language", language);
        require("immediateDanger", immediateDanger);
        require("urgentMedical", urgentMedical);
        require("consent", consent);
        if (!PHONE.matcher(dutyPhone).matches()) {
            throw new DutyPhoneUnclear();
        }
        if (indicators.isEmpty() && indicatorsReason == null) {
            throw new IndicatorOrReasonNeeded();
        }
        if (consent != ConsentTold.YES && !groundHolds()) {
            throw new ConsentGroundNeeded();
        }
    }

    /** An adult who did not agree is referred in an emergency only; a child also with the guardian or in its best interests. */
    private boolean groundHolds() {
        return consentGround == ConsentGround.EMERGENCY || (consentGround != null && ageGroup != AgeGroup.ADULT);
    }

    private static void require(String field, Object answer) {
        if (answer == null) {
            throw new AnswerMissing(field);
        }
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
