package org.himaye.web.reimbursement;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.himaye.casefile.CaseHeader;
import org.himaye.casefile.CaseNumber;
import org.himaye.casefile.IdentificationStatus;
import org.himaye.confidentiality.RevealedRow;
import org.himaye.reimbursement.BudgetChoice;
import org.himaye.reimbursement.NotYetEligible;
import org.himaye.reimbursement.PayeeKind;
import org.himaye.reimbursement.PaymentMethod;
import org.himaye.reimbursement.ReimbursementKind;
import org.himaye.reimbursement.ReimbursementService;
import org.himaye.reimbursement.RequestEdit;
import org.himaye.reimbursement.RequestForm;
import org.himaye.reimbursement.RequestNumber;
import org.himaye.shared.Rules;
import org.himaye.web.shared.Messages;
import org.himaye.web.shared.Notices;

/** {@code /reimbursement/request.xhtml}: asks for an allowance, or goes on with a draft or one that came back. */
@Named
@ViewScoped
public class RequestReimbursement implements Serializable {

    /** A budget line with its words; compared by them. */
    public record Line(BudgetChoice choice, String words) implements Serializable {

        @Override
        public String toString() {
            return words;
        }
    }

    @Inject
    private ReimbursementService reimbursements;

    @Inject
    private Notices notices;

    @Inject
    private Messages messages;

    private String number;
    private String reference;
    private transient CaseHeader header;
    private List<Line> lines = List.of();
    private List<PayeeKind> payees = List.of();
    private IdentificationStatus required;
    private boolean eligible;
    private BigDecimal limit;

    private UUID id = UUID.randomUUID();
    private Integer version;
    private ReimbursementKind kind = ReimbursementKind.ONE_TIME_ALLOWANCE;
    private BigDecimal amount;
    private Line budget;
    private PayeeKind payeeKind = PayeeKind.VICTIM;
    private String payeeName;
    private PaymentMethod method = PaymentMethod.BANK;
    private String iban;

    public void load() {
        RequestEdit edit = reimbursements.openForEdit(
                CaseNumber.parse(number),
                reference == null || reference.isBlank() ? null : RequestNumber.parse(reference),
                kind);
        header = edit.header();
        lines = edit.budgets().stream().map(this::line).toList();
        payees = edit.payees();
        required = edit.required();
        eligible = edit.eligible();
        limit = edit.limit();
        amount = edit.most();
        budget = lines.isEmpty() ? null : lines.get(0);
        if (edit.request() != null) {
            fill(edit.request());
        } else if (edit.person() != null) {
            payeeName = Stream.of("familyName", "givenName", "patronymic")
                    .map(edit.person()::text)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }
    }

    private void fill(RevealedRow request) {
        id = request.rowId();
        version = request.rowVersion();
        kind = request.value("kind", ReimbursementKind.class);
        amount = request.value("amount", BigDecimal.class);
        UUID chosen = request.value("budgetSourceId", UUID.class);
        budget = lines.stream()
                .filter(line -> line.choice().id().equals(chosen))
                .findFirst()
                .orElse(null);
        payeeKind = request.value("payeeKind", PayeeKind.class);
        payeeName = request.text("payeeName");
        method = request.value("method", PaymentMethod.class);
        iban = request.text("iban");
    }

    private Line line(BudgetChoice choice) {
        return new Line(
                choice,
                messages.with(
                        "reimbursement_request.line",
                        choice.kind(),
                        Integer.toString(choice.fiscalYear()),
                        choice.line()));
    }

    public String keep() {
        RequestNumber kept = reimbursements.saveDraft(CaseNumber.parse(number), form());
        notices.done("reimbursement_request.kept", kept.text());
        return back();
    }

    public String send() {
        RequestNumber sent = reimbursements.request(CaseNumber.parse(number), form());
        notices.done("reimbursement_request.sent", sent.text());
        return back();
    }

    private RequestForm form() {
        UUID line = budget == null ? null : budget.choice().id();
        return new RequestForm(id, version, kind, amount, line, payeeKind, payeeName, method, iban);
    }

    /** What must hold to keep a draft. */
    public Rules getRules() {
        return form().rules();
    }

    /** What must hold to ask. */
    public Rules getRulesToAsk() {
        return form().rulesToAsk(limit, header.anonymousMode(), version != null)
                .unless(eligible, () -> new NotYetEligible(required));
    }

    private String back() {
        return "/reimbursement/case.xhtml?faces-redirect=true&number=" + number;
    }

    /** A draft may lack what only the bank needs; which button was pressed is known before the values are. */
    private static boolean keeping() {
        return posted().containsKey("keep");
    }

    private static Map<String, String> posted() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    public boolean isNameOptional() {
        return keeping() || header.anonymousMode();
    }

    /** Follows the answer that is just being posted, not the one before it. */
    public boolean isIbanOptional() {
        String chosen = posted().getOrDefault("method", method == null ? "" : method.name());
        return keeping() || !PaymentMethod.BANK.name().equals(chosen);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public CaseHeader getHeader() {
        return header;
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<PayeeKind> getPayees() {
        return payees;
    }

    /** True when there is somebody to choose from. */
    public boolean isPayeeOpen() {
        return payees.size() > 1;
    }

    public IdentificationStatus getRequired() {
        return required;
    }

    public boolean isEligible() {
        return eligible;
    }

    public ReimbursementKind getKind() {
        return kind;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public Line getBudget() {
        return budget;
    }

    public void setBudget(Line budget) {
        this.budget = budget;
    }

    public PayeeKind getPayeeKind() {
        return payeeKind;
    }

    public void setPayeeKind(PayeeKind payeeKind) {
        this.payeeKind = payeeKind;
    }

    public String getPayeeName() {
        return payeeName;
    }

    public void setPayeeName(String payeeName) {
        this.payeeName = payeeName;
    }

    public PaymentMethod getMethod() {
        return method;
    }

    public void setMethod(PaymentMethod method) {
        this.method = method;
    }

    public String getIban() {
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban;
    }
}
