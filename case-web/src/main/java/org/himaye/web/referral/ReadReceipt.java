package org.himaye.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.referral.ReferralReason;
import org.himaye.referral.ReferralReceipt;
import org.himaye.referral.ReferralService;
import org.himaye.web.shared.Notices;

/** Where an own referral stands, what happens next, and the way to take it back. */
@Named
@ViewScoped
public class ReadReceipt implements Serializable {

    @Inject
    private ReferralService referrals;

    @Inject
    private Notices notices;

    private String number;
    private ReferralReason reason;
    private int version;
    private transient ReferralReceipt receipt;

    /** Before each answer, also after a refused button: what is shown was read just now. */
    public void load() {
        receipt = referrals.receipt(number);
        version = receipt.version();
    }

    public String withdraw() {
        referrals.withdraw(number, version, reason);
        notices.done("referral_receipt.withdrawn", number);
        return "/referral/receipt.xhtml?faces-redirect=true&number=" + number;
    }

    public List<ReferralReason> getReasons() {
        return ReferralReason.forWithdrawing();
    }

    public String getDial() {
        return Dial.of(receipt.receiver());
    }

    public String getDialAlternative() {
        return Dial.of(receipt.alternative());
    }

    public ReferralReceipt getReceipt() {
        return receipt;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public ReferralReason getReason() {
        return reason;
    }

    public void setReason(ReferralReason reason) {
        this.reason = reason;
    }
}
