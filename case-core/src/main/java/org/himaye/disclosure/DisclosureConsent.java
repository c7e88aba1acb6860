package org.himaye.disclosure;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Row;
import org.himaye.shared.CodesConverter;

/** To what a consent of the scope DISCLOSURE was given: to whom, for what, which classes. Its id is the consent's; written once. */
@Entity
@Table(name = "disclosure_consent")
public class DisclosureConsent extends Row {

    @Column(name = "case_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "disclosure_id", updatable = false)
    @Confidential(OPERATIONAL)
    private UUID disclosureId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private ReceiverKind receiver;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String organisation;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private Purpose purpose;

    @Convert(converter = Classes.class)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private List<DataClass> classes;

    protected DisclosureConsent() {}

    DisclosureConsent(UUID consentId, Disclosure asked, List<DataClass> classes, UUID by, Instant at) {
        super(consentId, by, at);
        this.caseId = asked.caseId();
        this.disclosureId = asked.id();
        this.receiver = asked.receiver();
        this.organisation = asked.organisation();
        this.purpose = asked.purpose();
        this.classes = List.copyOf(classes);
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /**
     * One request, one answer: what she allowed her sister she did not allow her father.
     *
     * @throws ConsentForAnother unless it was given to this request
     */
    void requireFor(Disclosure disclosure) {
        if (!disclosureId.equals(disclosure.id())) {
            throw new ConsentForAnother();
        }
    }

    /** What everybody in the house may know of a case is in no need of a consent by itself. */
    boolean covers(Collection<DataClass> wanted) {
        return wanted.stream().allMatch(each -> each == OPERATIONAL || classes.contains(each));
    }

    /** Whether at least something of it could go. */
    boolean touches(Collection<DataClass> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(each -> each == OPERATIONAL || classes.contains(each));
    }

    List<DataClass> classes() {
        return classes;
    }

    /** Several in one column. */
    public static class Classes extends CodesConverter<DataClass> {
        public Classes() {
            super(DataClass.class);
        }
    }
}
