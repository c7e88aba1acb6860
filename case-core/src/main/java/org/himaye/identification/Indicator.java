package org.himaye.identification;

import java.util.Arrays;
import java.util.List;

/** The eleven signs of domain.md 1.4, numbered as in the source. Presence or absence of one proves nothing. */
public enum Indicator {
    /** Made to work, believes that leaving is impossible. */
    IND01,
    /** Believes to be watched; freedom to act absent or limited. */
    IND02,
    /** Fear, anxiety. */
    IND03,
    /** Violence or threat against the person, the family or relatives. */
    IND04,
    /** Injuries typical of confinement, exploitation, violence; what is written about them is HEALTH. */
    IND05,
    /** Threatened with handover to the authorities. */
    IND06,
    /** No or false papers, or held by others. */
    IND07,
    /** Does not know the language, the own address or the place of work. */
    IND08,
    /** Acts under instruction, on conditions set by others, for little or no pay. */
    IND09,
    /** Substandard living conditions. */
    IND10,
    /** Limited contact with family, limited access to medical and social services. */
    IND11;

    /** The sub-codes of this sign in the order to show; empty for most. */
    public List<IndicatorDetail> details() {
        return Arrays.stream(IndicatorDetail.values())
                .filter(detail -> detail.indicator() == this)
                .toList();
    }
}
