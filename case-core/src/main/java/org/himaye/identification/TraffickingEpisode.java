package org.himaye.identification;

import static org.himaye.confidentiality.DataClass.HEALTH;
import static org.himaye.confidentiality.DataClass.NARRATIVE;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;
import static org.himaye.confidentiality.DataClass.STATISTICAL;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.confidentiality.Sealed;
import org.himaye.confidentiality.SealedConverter;
import org.himaye.person.Country;

/**
 * What was done to the person, in the codes of the law's definition (domain.md 1.3, 3.3.7): acts, means and purposes, each with
 * how sure it is. May be saved incomplete; an incomplete one blocks only the status IDENTIFIED (BR-010). There is no field for the
 * person's own agreement: it means nothing where a means was used (BR-012), and for a child never.
 */
@Entity
@Table(name = "trafficking_episode")
public class TraffickingEpisode extends Row {

    public static final int NOTE_LENGTH = 2000;

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "from_date")
    @Confidential(STATISTICAL)
    private LocalDate fromDate;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_precision")
    @Confidential(STATISTICAL)
    private DatePrecision fromPrecision;

    @Column(name = "to_date")
    @Confidential(STATISTICAL)
    private LocalDate toDate;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_precision")
    @Confidential(STATISTICAL)
    private DatePrecision toPrecision;

    /** {@link CertainCodes} of {@link TraffickingAct}. */
    @Confidential(STATISTICAL)
    private String acts;

    /** {@link CertainCodes} of {@link TraffickingMeans}. */
    @Confidential(STATISTICAL)
    private String means;

    /** {@link CertainCodes} of {@link ExploitationPurpose}. */
    @Confidential(STATISTICAL)
    private String purposes;

    /** {@link Codes} of {@link ExploitationForm}. */
    @Confidential(STATISTICAL)
    private String forms;

    @Enumerated(EnumType.STRING)
    @Column(name = "recruitment_channel")
    @Confidential(STATISTICAL)
    private RecruitmentChannel recruitmentChannel;

    /** {@link Codes} of {@link Vulnerability} that are not of health. */
    @Confidential(STATISTICAL)
    private String vulnerabilities;

    /** {@link Codes} of {@link Vulnerability} of class HEALTH. */
    @Column(name = "health_vulnerabilities")
    @Convert(converter = SealedConverter.class)
    @Confidential(HEALTH)
    private Sealed<String> healthVulnerabilities;

    /** Where the exploitation was. */
    @Convert(converter = Country.Several.class)
    @Confidential(STATISTICAL)
    private List<Country> countries;

    /** What no code says, for the purpose OTHER above all. */
    @Convert(converter = SealedConverter.class)
    @Confidential(NARRATIVE)
    private Sealed<String> note;

    protected TraffickingEpisode() {}

    public TraffickingEpisode(UUID id, UUID caseId, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = caseId;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    /**
     * True with at least one act, one means and one purpose (BR-010); a child, also a presumed one, needs no means (BR-011, BR-014).
     */
    public boolean legallyComplete(boolean child) {
        return complete(acts, means, purposes, child);
    }

    static boolean complete(String acts, String means, String purposes, boolean child) {
        return acts != null && purposes != null && (child || means != null);
    }

    /** True when purposes open a need for health care by themselves. */
    public boolean opensHealthNeed() {
        return purposes().keySet().stream().anyMatch(ExploitationPurpose::opensHealthNeed);
    }

    public Map<TraffickingAct, Certainty> acts() {
        return CertainCodes.of(TraffickingAct.class, acts);
    }

    public Map<TraffickingMeans, Certainty> means() {
        return CertainCodes.of(TraffickingMeans.class, means);
    }

    public Map<ExploitationPurpose, Certainty> purposes() {
        return CertainCodes.of(ExploitationPurpose.class, purposes);
    }

    public List<ExploitationForm> forms() {
        return Codes.of(ExploitationForm.class, forms);
    }

    public RecruitmentChannel recruitmentChannel() {
        return recruitmentChannel;
    }

    public LocalDate fromDate() {
        return fromDate;
    }

    public LocalDate toDate() {
        return toDate;
    }
}
