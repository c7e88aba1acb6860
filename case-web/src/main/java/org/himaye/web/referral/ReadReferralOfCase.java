package org.himaye.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.casefile.CaseNumber;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Revealed;
import org.himaye.referral.IncomingReferralService;
import org.himaye.referral.ReferralOnCase;
import org.himaye.web.shared.ChosenPurpose;

/** What was told when the person was referred, on her case. */
@Named
@ViewScoped
public class ReadReferralOfCase implements Serializable {

    @Inject
    private IncomingReferralService referrals;

    @Inject
    private ChosenPurpose purpose;

    private String number;
    private List<Purpose> purposes = List.of();
    private transient ReferralOnCase view;

    /** Before each answer: what is shown was read and recorded just now. */
    public void load() {
        view = referrals.forCase(CaseNumber.parse(number), purpose.chosen());
        purposes = view.purposes();
    }

    public boolean isTold() {
        return view.told() != null;
    }

    public boolean isPurposeOffered() {
        return isTold() && !purposes.isEmpty() && view.told().values().stream().anyMatch(Revealed::isPurposeOffered);
    }

    public ReferralOnCase getView() {
        return view;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public List<Purpose> getPurposes() {
        return purposes;
    }
}
