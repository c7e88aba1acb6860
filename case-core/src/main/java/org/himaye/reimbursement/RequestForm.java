package org.himaye.reimbursement;

import java.math.BigDecimal;
import java.util.UUID;

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
        String iban) {}
