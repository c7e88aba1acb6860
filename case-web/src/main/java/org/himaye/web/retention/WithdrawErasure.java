package org.himaye.web.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.Refused;
import org.himaye.retention.ErasureService;
import org.himaye.retention.WithdrawalReason;
import org.himaye.web.shared.Notices;

/** {@code /retention/withdraw.xhtml}: takes a proposal back, with a reason. Shows nothing of it. */
@Named
@ViewScoped
public class WithdrawErasure implements Serializable {

    @Inject
    private transient ErasureService service;

    @Inject
    private transient Notices notices;

    private String erasure;
    private int version;
    private WithdrawalReason why;

    /** An id as an address carries it; empty when it is none. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).filter(each -> each.length() == 36).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    public void load() {
        known();
    }

    private UUID known() {
        return id(erasure).orElseThrow(() -> new Refused(AccessReason.UNKNOWN));
    }

    public String withdraw() {
        service.withdraw(known(), version, why);
        notices.done("retention_withdraw.withdrawn");
        return "/retention/list.xhtml?faces-redirect=true";
    }

    public List<WithdrawalReason> getReasons() {
        return WithdrawalReason.said();
    }

    public String getErasure() {
        return erasure;
    }

    public void setErasure(String erasure) {
        this.erasure = erasure;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public WithdrawalReason getWhy() {
        return why;
    }

    public void setWhy(WithdrawalReason why) {
        this.why = why;
    }
}
