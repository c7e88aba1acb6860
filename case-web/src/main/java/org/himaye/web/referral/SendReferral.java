package org.himaye.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.himaye.referral.InstitutionChoice;
import org.himaye.referral.MissingItem;
import org.himaye.referral.ReferralOwnText;
import org.himaye.referral.ReferralService;
import org.himaye.referral.ReferralStatus;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Notices;
import org.himaye.web.shared.TellTogether;

/** The form of a referral, new or returned for completion: the minimum set and nothing else. */
@Named
@ViewScoped
public class SendReferral implements Serializable {

    @Inject
    private ReferralService referrals;

    @Inject
    private Notices notices;

    /** Made once for the form: sent twice, it is one referral. */
    private final UUID id = UUID.randomUUID();

    private final ReferralForm form = new ReferralForm();
    private int step = 1;
    private String number;
    private int version;
    private List<InstitutionChoice> receivers = List.of();
    private InstitutionChoice receiver;
    private List<MissingItem> missing = List.of();

    /** @return where to go instead, when the referral is not the sender's to write any more */
    public String load() {
        if (number == null) {
            receivers = referrals.receivers();
            return null;
        }
        ReferralOwnText own = referrals.ownText(number);
        if (own.status() != ReferralStatus.RETURNED || !own.isReadable()) {
            return receipt(own.number());
        }
        version = own.version();
        receiver = own.receiver();
        missing = own.missing();
        form.fill(own.told());
        return null;
    }

    public String send() {
        String sent = number == null
                ? referrals.send(id, receiver.id(), form.told())
                : referrals.resend(number, version, form.told());
        notices.done("referral_send.sent", sent);
        return receipt(sent);
    }

    /** On a phone: goes on when the first step is complete. */
    public void next() {
        step = TellTogether.holds("step1", () -> form.told().rulesOfThePerson()) ? 2 : 1;
    }

    /** On a phone: back to the first step; what was typed stays. */
    public void back() {
        step = 1;
    }

    /** 1 or 2; the one with an answer that needs attention comes first. */
    public int getStep() {
        return step;
    }

    /** What must hold to send it. */
    public Rules getRules() {
        return form.told().rules();
    }

    private static String receipt(String number) {
        return "/referral/receipt.xhtml?faces-redirect=true&number=" + number;
    }

    /** What the receiver asked to be completed. */
    public List<MissingItem> getMissing() {
        return missing;
    }

    public boolean isNew() {
        return number == null;
    }

    public ReferralForm getForm() {
        return form;
    }

    public List<InstitutionChoice> getReceivers() {
        return receivers;
    }

    public InstitutionChoice getReceiver() {
        return receiver;
    }

    public void setReceiver(InstitutionChoice receiver) {
        this.receiver = receiver;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
