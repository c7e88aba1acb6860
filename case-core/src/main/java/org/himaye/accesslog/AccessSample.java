package org.himaye.accesslog;

import java.util.List;

/**
 * Events that the lot drew, the newest first; each that fits had the same chance.
 *
 * @param seed draws the same again
 * @param fitting from how many it was drawn
 */
public record AccessSample(String seed, int fitting, List<AccessEntry> rows) {

    /** The most events of one sample. */
    public static final int MOST = 200;

    /** From how many one sample can be drawn. */
    static final int MOST_FITTING = 200_000;
}
