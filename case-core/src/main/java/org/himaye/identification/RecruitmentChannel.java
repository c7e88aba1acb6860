package org.himaye.identification;

/** How the person was recruited, code list RCH of domain.md 1.2. */
public enum RecruitmentChannel {
    EMPLOYMENT_AGENCY,
    MODEL_AGENCY,
    MARRIAGE_AGENCY,
    TOURISM_AGENCY,
    INTERNET_JOB_AD,
    INTERNET_MARRIAGE_AD,
    NEWSPAPER_AD,
    TV_AD,
    ACQUAINTANCE,
    NEIGHBOUR,
    RELATIVE,
    FOREIGN_AGENCY,
    /** Somebody sent to offer a job. */
    PREPARED_RECRUITER,
    UNKNOWN,
    OTHER
}
