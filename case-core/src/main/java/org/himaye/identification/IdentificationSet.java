package org.himaye.identification;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.STATISTICAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.person.AgeBand;
import org.himaye.person.Country;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;

/**
 * What the special unit got: a copy of signs and coded episode as they stood when the case was notified, with age band, sex and
 * language. No name, no place, no story, and nothing that is recorded later.
 */
@Entity
@Table(name = "identification_set")
public class IdentificationSet extends Row {

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "receiver_id")
    @Confidential(OPERATIONAL)
    private UUID receiverId;

    @Column(name = "sent_at")
    @Confidential(OPERATIONAL)
    private Instant sentAt;

    @Column(name = "decided_at")
    @Confidential(OPERATIONAL)
    private Instant decidedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "age_band")
    @Confidential(STATISTICAL)
    private AgeBand ageBand;

    @Confidential(STATISTICAL)
    private boolean child;

    @Enumerated(EnumType.STRING)
    @Confidential(STATISTICAL)
    private Sex sex;

    @Convert(converter = SpokenLanguage.Several.class)
    @Confidential(STATISTICAL)
    private List<SpokenLanguage> languages;

    @Column(name = "form_version")
    @Confidential(OPERATIONAL)
    private String formVersion;

    @Column(name = "assessed_at")
    @Confidential(OPERATIONAL)
    private Instant assessedAt;

    /** {@link Codes} of {@link Indicator} that were present. */
    @Confidential(STATISTICAL)
    private String indicators;

    /** {@link Codes} of {@link IndicatorDetail}. */
    @Confidential(STATISTICAL)
    private String details;

    @Confidential(STATISTICAL)
    private String acts;

    @Confidential(STATISTICAL)
    private String means;

    @Confidential(STATISTICAL)
    private String purposes;

    @Confidential(STATISTICAL)
    private String forms;

    @Enumerated(EnumType.STRING)
    @Column(name = "recruitment_channel")
    @Confidential(STATISTICAL)
    private RecruitmentChannel recruitmentChannel;

    @Convert(converter = Country.Several.class)
    @Confidential(STATISTICAL)
    private List<Country> countries;

    protected IdentificationSet() {}

    IdentificationSet(UUID id, UUID caseId, UUID receiverId, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.receiverId = receiverId;
        this.sentAt = at;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /** As {@link TraffickingEpisode#legallyComplete}, of what was sent. */
    public boolean legallyComplete() {
        return TraffickingEpisode.complete(acts, means, purposes, child);
    }

    public Map<TraffickingMeans, Certainty> means() {
        return CertainCodes.of(TraffickingMeans.class, means);
    }

    void decided(UUID by, Instant at) {
        decidedAt = at;
        touched(by, at);
    }

    public boolean open() {
        return decidedAt == null;
    }

    public UUID caseId() {
        return caseId;
    }

    public Instant sentAt() {
        return sentAt;
    }
}
