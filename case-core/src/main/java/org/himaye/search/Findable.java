package org.himaye.search;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.KeyedHash;
import org.himaye.confidentiality.KeyedHash.Use;
import org.himaye.shared.BusinessClock;

/**
 * Told by whoever writes names and numbers of a person, within the act that writes them: from then on she is found by these and by
 * nothing that stood there before.
 */
@Dependent
public class Findable {

    @Inject
    private SearchRepository rows;

    @Inject
    private Gate gate;

    @Inject
    private KeyedHash hash;

    @Inject
    private CurrentCaller caller;

    @Inject
    private BusinessClock clock;

    /** As they are written; each may be null. */
    public record Names(String given, String family, String patronymic, String aliases) {}

    /** @param document a number of a document, or null */
    public void person(UUID person, Names names, LocalDate birth, String document) {
        SearchEntry entry = rows.entry(person).orElseGet(() -> {
            SearchEntry made = new SearchEntry(person, caller.get().sub(), clock.instant());
            rows.add(made);
            return made;
        });
        gate.keep(entry, SearchEntry.NAMES, SearchEntry.text(names, birth));
        List<BlindValue> values = new ArrayList<>();
        if (document != null) {
            KnownNumber.document(document).ifPresent(number -> values.add(blind(person, person, Use.DOCUMENT, number)));
        }
        if (names.family() != null && birth != null) {
            KnownNumber.familyNameAndBirth(names.family(), birth)
                    .forEach(each -> values.add(blind(person, person, Use.FAMILY_NAME_AND_BIRTH, each)));
        }
        rows.replace(person, values);
    }

    /** @param number null when the contact point holds none (any more) */
    public void telephone(UUID person, UUID contact, String number) {
        rows.replace(
                contact,
                number == null
                        ? List.of()
                        : KnownNumber.telephone(number).stream()
                                .map(each -> blind(person, contact, Use.TELEPHONE, each))
                                .toList());
    }

    /**
     * What a sender tells in words: the numbers in it.
     *
     * @param documents or null
     * @param contact how the person is reached, or null
     */
    public void referral(UUID referral, String documents, String contact) {
        List<BlindValue> values = new ArrayList<>();
        if (documents != null) {
            KnownNumber.documentsIn(documents).forEach(each -> values.add(told(referral, Use.DOCUMENT, each)));
        }
        if (contact != null) {
            KnownNumber.telephonesIn(contact).forEach(each -> values.add(told(referral, Use.TELEPHONE, each)));
        }
        rows.replace(referral, values);
    }

    private BlindValue told(UUID referral, Use use, String value) {
        return BlindValue.ofReferral(
                referral, use, hash.of(use, value), caller.get().sub(), clock.instant());
    }

    private BlindValue blind(UUID person, UUID source, Use use, String value) {
        return BlindValue.ofPerson(
                person, source, use, hash.of(use, value), caller.get().sub(), clock.instant());
    }
}
