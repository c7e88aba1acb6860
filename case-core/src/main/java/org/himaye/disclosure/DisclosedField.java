package org.himaye.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.himaye.shared.CodesConverter;

/** What can be asked for and sent, one attribute each. */
public enum DisclosedField {
    PSEUDONYM("person.pseudonym"),
    FAMILY_NAME("person.familyName"),
    GIVEN_NAME("person.givenName"),
    PATRONYMIC("person.patronymic"),
    DATE_OF_BIRTH("person.dateOfBirth"),
    DOCUMENT_NUMBER("person.documentNumber"),
    AGE_BAND("person.ageBand"),
    SEX("person.sex"),
    LANGUAGES("person.languages"),
    NATIONALITY("person.nationalityStatus"),
    COUNTRIES("person.countries"),
    /** The contacts that are safe to use, and no other. */
    SAFE_CONTACT("contact_point.value"),
    /** The day on which she said it, not what. */
    STATEMENT_DATE("case_note.createdAt", "statement"),
    /** Her own words, as they were written down for her. */
    STATEMENT("case_note.narrativeText", "statement"),
    HEALTH_SUMMARY("case_note.healthSummary", "health"),
    DECISION_NUMBER("identification.decisionNumber"),
    DECISION_DATE("identification.decisionDate"),
    DECISION_TEXT("identification.decisionText"),
    PAYMENT_NUMBER("reimbursement_request.reference"),
    PAYEE_NAME("reimbursement_request.payeeName"),
    AMOUNT("reimbursement_request.amount"),
    ACCOUNT("reimbursement_request.iban");

    private final String attribute;
    private final String source;

    DisclosedField(String attribute) {
        this(attribute, attribute.substring(0, attribute.indexOf('.')));
    }

    DisclosedField(String attribute, String source) {
        this.attribute = attribute;
        this.source = source;
    }

    /** As policy and log name it: {@code table.attribute}. */
    public String attribute() {
        return attribute;
    }

    /** The rows in which it stands: those of a table, or some of them. */
    String source() {
        return source;
    }

    String property() {
        return attribute.substring(attribute.indexOf('.') + 1);
    }

    static List<DisclosedField> of(Set<String> attributes) {
        return Arrays.stream(values())
                .filter(each -> attributes.contains(each.attribute))
                .toList();
    }

    /** Several in one column. */
    public static class Several extends CodesConverter<DisclosedField> {
        public Several() {
            super(DisclosedField.class);
        }
    }
}
