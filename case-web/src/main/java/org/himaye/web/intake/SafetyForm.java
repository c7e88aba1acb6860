package org.himaye.web.intake;

import org.himaye.confidentiality.RevealedRow;
import org.himaye.intake.PartRow;
import org.himaye.intake.SafetyAnswers;

/** What the part on safety and urgent health holds while it is typed. */
public class SafetyForm {

    private int version;
    private Boolean immediateDanger;
    private String dangerText;
    private Boolean urgentHealth;
    private String urgentHealthText;

    SafetyForm(PartRow part) {
        RevealedRow row = part.row();
        version = row.rowVersion();
        immediateDanger = row.value("immediateDanger", Boolean.class);
        dangerText = row.text("dangerText");
        urgentHealth = row.value("urgentHealth", Boolean.class);
        urgentHealthText = row.text("urgentHealthText");
    }

    SafetyAnswers answers() {
        return new SafetyAnswers(immediateDanger, dangerText, urgentHealth, urgentHealthText);
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public Boolean getImmediateDanger() {
        return immediateDanger;
    }

    public void setImmediateDanger(Boolean immediateDanger) {
        this.immediateDanger = immediateDanger;
    }

    public String getDangerText() {
        return dangerText;
    }

    public void setDangerText(String dangerText) {
        this.dangerText = dangerText;
    }

    public Boolean getUrgentHealth() {
        return urgentHealth;
    }

    public void setUrgentHealth(Boolean urgentHealth) {
        this.urgentHealth = urgentHealth;
    }

    public String getUrgentHealthText() {
        return urgentHealthText;
    }

    public void setUrgentHealthText(String urgentHealthText) {
        this.urgentHealthText = urgentHealthText;
    }
}
