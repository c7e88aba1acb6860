package org.himaye.unusual;

/**
 * Which of them an auditor wants to see.
 *
 * @param rule null for each
 * @param who part of a colleague's display name, spaces and letter case left out; null for everybody
 * @param state null for all
 */
public record UnusualQuery(UnusualRule rule, String who, UnusualState state) {

    public UnusualQuery {
        who = who == null || who.isBlank() ? null : who.strip();
    }

    /** Whether somebody has said something of it; null for both. */
    Boolean decided() {
        return state == null || state == UnusualState.ALL ? null : state == UnusualState.DECIDED;
    }
}
