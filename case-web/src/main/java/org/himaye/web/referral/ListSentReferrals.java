package org.himaye.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.referral.ReferralList;
import org.himaye.referral.ReferralRow;
import org.himaye.referral.ReferralService;

/** The referrals that this account sent. */
@Named
@ViewScoped
public class ListSentReferrals implements Serializable {

    @Inject
    private ReferralService referrals;

    private String before;
    private transient ReferralList list;

    public void load() {
        list = referrals.list(before);
    }

    public List<ReferralRow> getRows() {
        return list.rows();
    }

    public String getOlder() {
        return list.next();
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }
}
