package org.himaye.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.referral.ReferralOwnText;
import org.himaye.referral.ReferralService;

/** What the sender typed itself. */
@Named
@ViewScoped
public class ReadOwnReferral implements Serializable {

    @Inject
    private ReferralService referrals;

    private String number;
    private transient ReferralOwnText own;

    public void load() {
        own = referrals.ownText(number);
    }

    public ReferralOwnText getOwn() {
        return own;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
