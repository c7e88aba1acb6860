package org.himaye.identification;

/** Sub-codes of the signs 4, 7 and 8 (domain.md 1.1, lines 30, 33, 34). */
public enum IndicatorDetail {
    IND04_SELF(Indicator.IND04),
    IND04_FAMILY(Indicator.IND04),
    IND04_RELATIVE(Indicator.IND04),
    IND07_HELD_BY_OTHERS(Indicator.IND07),
    IND07_NONE(Indicator.IND07),
    IND07_FORGED(Indicator.IND07),
    IND08_LANGUAGE(Indicator.IND08),
    IND08_HOME_ADDRESS(Indicator.IND08),
    IND08_WORK_ADDRESS(Indicator.IND08);

    private final Indicator indicator;

    IndicatorDetail(Indicator indicator) {
        this.indicator = indicator;
    }

    public Indicator indicator() {
        return indicator;
    }
}
