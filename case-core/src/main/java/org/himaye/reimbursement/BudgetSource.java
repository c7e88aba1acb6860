package org.himaye.reimbursement;

import static org.himaye.confidentiality.DataClass.FINANCIAL;
import static org.himaye.confidentiality.DataClass.OPERATIONAL;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.UUID;
import org.himaye.confidentiality.Confidential;

/**
 * One line of a year's money. Always loaded with a row lock before it is changed, so that two approvers at once cannot overdraw
 * it; the database checks the same (BR-067).
 */
@Entity
@Table(name = "budget_source")
public class BudgetSource {

    @Id
    @Confidential(OPERATIONAL)
    private UUID id;

    @Version
    @Confidential(OPERATIONAL)
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private BudgetKind kind;

    @Column(name = "fiscal_year", updatable = false)
    @Confidential(OPERATIONAL)
    private int fiscalYear;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private String line;

    @Column(updatable = false)
    @Confidential(FINANCIAL)
    private BigDecimal ceiling;

    @Confidential(FINANCIAL)
    private BigDecimal committed;

    @Confidential(FINANCIAL)
    private BigDecimal paid;

    @Column(updatable = false)
    @Confidential(OPERATIONAL)
    private boolean closed;

    protected BudgetSource() {}

    BudgetSource(UUID id, BudgetKind kind, int fiscalYear, String line, BigDecimal ceiling) {
        this.id = id;
        this.kind = kind;
        this.fiscalYear = fiscalYear;
        this.line = line;
        this.ceiling = ceiling;
        this.committed = BigDecimal.ZERO;
        this.paid = BigDecimal.ZERO;
    }

    /**
     * @throws BudgetClosed when the year is over, not begun or closed
     * @throws BudgetExceeded when less than the amount is left
     */
    void commit(BigDecimal amount, int year) {
        if (closed || fiscalYear != year) {
            throw new BudgetClosed(fiscalYear);
        }
        if (left().compareTo(amount) < 0) {
            throw new BudgetExceeded(left());
        }
        committed = committed.add(amount);
    }

    /** Gives back what a cancelled request had committed. */
    void release(BigDecimal amount) {
        committed = committed.subtract(amount);
    }

    /** What was committed is paid, also after the end of its year. */
    void pay(BigDecimal amount) {
        paid = paid.add(amount);
    }

    BigDecimal left() {
        return ceiling.subtract(committed);
    }

    UUID id() {
        return id;
    }

    BudgetKind kind() {
        return kind;
    }

    int fiscalYear() {
        return fiscalYear;
    }

    String line() {
        return line;
    }

    BigDecimal ceiling() {
        return ceiling;
    }

    BigDecimal committed() {
        return committed;
    }

    BigDecimal paid() {
        return paid;
    }
}
