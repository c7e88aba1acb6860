package org.himaye.assessment;

/** How much is needed now. DECLINED: the person does not want to speak of it or wants no help here; never counted against her. */
public enum NeedLevel {
    NONE,
    SOME,
    URGENT,
    DECLINED
}
