package org.himaye.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.himaye.referral.IncomingReferralService;
import org.himaye.referral.ReferralList;
import org.himaye.referral.ReferralRow;

/** What reached the institution: what waits, or what was decided. */
@Named
@ViewScoped
public class ListIncomingReferrals implements Serializable {

    @Inject
    private IncomingReferralService referrals;

    private String before;
    private boolean decided;
    private transient ReferralList list;

    public void load() {
        list = referrals.list(decided, before);
    }

    public List<ReferralRow> getRows() {
        return list.rows();
    }

    public String getOlder() {
        return list.next();
    }

    public boolean isOnDuty() {
        return list.open();
    }

    public boolean isDecided() {
        return decided;
    }

    public void setDecided(boolean decided) {
        this.decided = decided;
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }
}
