package org.himaye.reimbursement;

import java.math.BigDecimal;
import java.util.UUID;
import org.himaye.shared.Rules;

/**
 * What the caseworker filled in.
 *
 * @param id made by the form: the same id again is the same request
 * @param version that the form was opened with, or null for a new request
 * @param payeeName as on the bank's or the cash desk's paper; may be missing in a draft
 * @param iban for a bank transfer; null or blank keeps the one that is there
 */
public record RequestForm(
        UUID id,
        Integer version,
        ReimbursementKind kind,
        BigDecimal amount,
        UUID budget,
        PayeeKind payeeKind,
        String payeeName,
        PaymentMethod method,
        String iban) {

    /** What must hold even of a draft: an amount that can be (BR-061), and an account number that checks. */
    public Rules rules() {
        return rules(new Rules());
    }

    private Rules rules(Rules rules) {
        if (amount != null) {
            rules.keep(() -> Amounts.exact(amount));
        }
        if (method == PaymentMethod.BANK && given(iban)) {
            rules.keep(() -> Iban.parse(iban));
        }
        return rules;
    }

    /**
     * What must hold to ask: not more than the rule gives (BR-060), somebody who is paid, and for a bank an account.
     *
     * @param limit of the rule, or null while it is not in force
     * @param nameless the person is served without a name and may sign for cash
     * @param known an account is there already
     */
    public Rules rulesToAsk(BigDecimal limit, boolean nameless, boolean known) {
        boolean signs = nameless && method == PaymentMethod.CASH_AGAINST_SIGNATURE;
        boolean within = limit == null || amount == null || amount.compareTo(limit) <= 0;
        return rules(new Rules().unless(within, () -> new AmountAboveRule(limit)))
                .unless(given(payeeName) || signs, PayeeNameMissing::new)
                .unless(method != PaymentMethod.BANK || given(iban) || known, IbanMissing::new);
    }

    static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
