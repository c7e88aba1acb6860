package org.himaye.referral;

/** Why a referral is sent although the person did not agree (domain.md 2.2); only the first is open for an adult (BR-005). */
public enum ConsentGround {
    /** Life or health in danger, and nobody can be asked in time. */
    EMERGENCY,
    GUARDIAN_AGREES,
    /** A child for whom no guardian can be asked. */
    BEST_INTERESTS
}
