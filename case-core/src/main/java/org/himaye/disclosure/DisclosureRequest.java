package org.himaye.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.himaye.confidentiality.Purpose;
import org.himaye.shared.AnswerMissing;
import org.himaye.shared.Rules;
import org.himaye.shared.TypedText;

/**
 * What somebody from outside asks for.
 *
 * @param organisation its name; of the family there is none
 * @param receiverPerson who asks there, or the relative
 * @param documentNumber of the decision or provision, with its date; null when the letter names none
 * @param basis on what they say it rests
 * @param wanted in their words; kept only where there is a case
 * @param fields what of it has a name here
 */
public record DisclosureRequest(
        ReceiverKind receiver,
        String organisation,
        String receiverPerson,
        String documentNumber,
        LocalDate documentDate,
        Purpose purpose,
        DisclosureBasis basis,
        String wanted,
        List<DisclosedField> fields) {

    public static final int NAME_LENGTH = 120;
    public static final int WANTED_LENGTH = 2000;
    private static final int DOCUMENT_LENGTH = 40;

    private static final Pattern DOCUMENT = Pattern.compile("[0-9\\p{L}./-]{1," + DOCUMENT_LENGTH + "}");

    public DisclosureRequest {
        organisation = TypedText.of("organisation", organisation, NAME_LENGTH);
        receiverPerson = TypedText.of("receiverPerson", receiverPerson, NAME_LENGTH);
        documentNumber = TypedText.of("documentNumber", documentNumber, DOCUMENT_LENGTH);
        wanted = TypedText.of("wanted", wanted, WANTED_LENGTH);
        fields =
                fields == null ? List.of() : fields.stream().sorted().distinct().toList();
    }

    /** What must be said, and how. */
    public Rules rules(LocalDate today) {
        return new Rules()
                .unless(receiver != null, () -> new AnswerMissing("receiver"))
                .unless(
                        organisation != null || receiver == ReceiverKind.FAMILY,
                        () -> new AnswerMissing("organisation"))
                .unless(organisation == null || receiver != ReceiverKind.FAMILY, OrganisationOfRelative::new)
                .unless(
                        purpose != null && DisclosureBasis.PURPOSES.contains(purpose),
                        () -> new AnswerMissing("purpose"))
                .unless(basis != null, () -> new AnswerMissing("basis"))
                .unless(
                        documentNumber == null
                                || DOCUMENT.matcher(documentNumber).matches(),
                        DocumentNotRight::new)
                .unless(
                        documentNumber == null || documentDate != null || basis == null || !basis.needsDocument(),
                        () -> new AnswerMissing("documentDate"))
                .unless(documentDate == null || !documentDate.isAfter(today), DocumentDateAhead::new);
    }
}
