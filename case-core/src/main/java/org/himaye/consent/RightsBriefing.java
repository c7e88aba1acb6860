package org.himaye.consent;

import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;
import org.himaye.confidentiality.KeyOwner;
import org.himaye.confidentiality.Row;
import org.himaye.person.SpokenLanguage;
import org.himaye.shared.Rules;

/**
 * That rights, confidentiality and its limits were explained in a language the person understands: which text, by whom, when. Never
 * changed; explaining again is a new row.
 */
@Entity
@Table(name = "rights_briefing")
public class RightsBriefing extends Row {

    /** The text in force; raised when its wording changes. */
    public static final String TEXT_VERSION = "2026-1";

    /** The languages in which the text exists; for others an interpreter speaks. */
    public static final Set<SpokenLanguage> WRITTEN = Set.of(SpokenLanguage.AZ, SpokenLanguage.EN, SpokenLanguage.RU);

    @Column(name = "case_id")
    @Confidential(OPERATIONAL)
    private UUID caseId;

    @Column(name = "text_version")
    @Confidential(OPERATIONAL)
    private String textVersion;

    @Enumerated(EnumType.STRING)
    @Confidential(OPERATIONAL)
    private SpokenLanguage language;

    @Confidential(OPERATIONAL)
    private boolean interpreter;

    @Column(name = "explained_at")
    @Confidential(OPERATIONAL)
    private Instant explainedAt;

    protected RightsBriefing() {}

    /**
     * Where there is a text in the language that is spoken, that text is the one that is read.
     *
     * @param shown in which language the text stands on the page
     */
    public static Rules rules(SpokenLanguage spoken, SpokenLanguage shown) {
        return new Rules()
                .unless(spoken == null || !WRITTEN.contains(spoken) || spoken == shown, RightsTextNotRead::new);
    }

    RightsBriefing(UUID id, UUID caseId, SpokenLanguage language, boolean interpreter, UUID by, Instant at) {
        super(id, by, at);
        this.caseId = caseId;
        this.textVersion = TEXT_VERSION;
        this.language = language;
        this.interpreter = interpreter;
        this.explainedAt = at;
    }

    @Override
    public KeyOwner keyOwner() {
        return KeyOwner.caseFile(caseId);
    }

    boolean belongsTo(UUID asked) {
        return caseId.equals(asked);
    }

    public String textVersion() {
        return textVersion;
    }

    public SpokenLanguage language() {
        return language;
    }

    public boolean interpreter() {
        return interpreter;
    }

    public Instant explainedAt() {
        return explainedAt;
    }
}
