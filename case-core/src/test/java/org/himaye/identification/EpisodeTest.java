package org.himaye.identification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes an episode legally complete: BR-010, BR-011, BR-012. */
class EpisodeTest {

    private static final String ACT = CertainCodes.text(Map.of(TraffickingAct.TRANSPORTING, Certainty.SUSPECTED));
    private static final String MEANS = CertainCodes.text(Map.of(TraffickingMeans.DECEPTION, Certainty.CORROBORATED));
    private static final String PURPOSE =
            CertainCodes.text(Map.of(ExploitationPurpose.OTHER, Certainty.REPORTED_BY_VICTIM));

    @Test
    void br010AnAdultsEpisodeNeedsActMeansAndPurpose() {
        assertTrue(TraffickingEpisode.complete(ACT, MEANS, PURPOSE, false));
        assertFalse(TraffickingEpisode.complete(null, MEANS, PURPOSE, false));
        assertFalse(TraffickingEpisode.complete(ACT, null, PURPOSE, false));
        assertFalse(TraffickingEpisode.complete(ACT, MEANS, null, false));
    }

    @Test
    void br011AChildsEpisodeNeedsNoMeans() {
        assertTrue(TraffickingEpisode.complete(ACT, null, PURPOSE, true));
        assertFalse(TraffickingEpisode.complete(ACT, null, null, true));
    }

    @Test
    void br012NoFieldHoldsTheAgreementToExploitation() {
        assertTrue(Arrays.stream(TraffickingEpisode.class.getDeclaredFields())
                .noneMatch(field ->
                        field.getName().toLowerCase(java.util.Locale.ROOT).contains("consent")));
    }

    @Test
    void codesKeepTheirCertaintyAndTheOrderOfTheList() {
        String text = CertainCodes.text(Map.of(
                TraffickingMeans.FRAUD, Certainty.SUSPECTED, TraffickingMeans.ABDUCTION, Certainty.CORROBORATED));

        assertEquals("ABDUCTION:CORROBORATED FRAUD:SUSPECTED", text);
        assertEquals(
                Certainty.SUSPECTED,
                CertainCodes.of(TraffickingMeans.class, text).get(TraffickingMeans.FRAUD));
    }

    @Test
    void noCodeIsNothing() {
        assertNull(CertainCodes.text(Map.<TraffickingAct, Certainty>of()));
        assertTrue(CertainCodes.of(TraffickingAct.class, null).isEmpty());
    }
}
