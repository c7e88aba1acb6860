package org.himaye.unusual;

/** Why an access is unusual. None says that it was wrong. */
public enum UnusualRule {
    /** Many more cases in a day than this account opens otherwise. */
    VOLUME,
    /** At night or on a weekend, in a job that has no shifts. */
    OFF_HOURS,
    /** A case with which the colleague had nothing to do at the time. */
    NO_RELATION,
    /** Refused again and again. */
    REPEATED_REFUSALS,
    /** Drawn by lot, or a tie between colleague and person is possible: it is not told which, because that would tell a name. */
    PRIVATE_TIE
}
