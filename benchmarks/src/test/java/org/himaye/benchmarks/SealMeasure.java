package org.himaye.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.himaye.confidentiality.SealRace;
import org.junit.jupiter.api.Test;

/** One sealed value of 64 B and one of 4 KB, sealed and opened, against the JDK's cipher. */
class SealMeasure {

    private static final int ROUNDS = 5;
    private static final double SMALL = 0.6;
    private static final double LARGE = 0.85;

    private final Figures figures = new Figures("seal");

    @Test
    void aValueIsSealedAndOpened() {
        race("64", SMALL);
        race("4096", LARGE);
        figures.demandAllMet();
    }

    private void race(String bytes, double least) {
        List<Side> ours = new ArrayList<>();
        List<Side> rival = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(Harness.run(SealRace.class, "ours", "bytes", bytes));
            rival.add(Harness.run(SealRace.class, "rival", "bytes", bytes));
        }
        Rounds rounds = new Rounds(ours, rival);
        Rounds.Ratio ratio = rounds.ratio(side -> 1 / side.p50());
        figures.require(
                ratio.median() >= least,
                "seal and open " + bytes + " B: " + ratio + " of the JDK's cipher; ours " + rounds.ours() + "; rival "
                        + rounds.rival(),
                "at least " + least);
    }
}
