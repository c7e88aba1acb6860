package org.himaye.organisation;

import java.util.List;

/**
 * What the reader signs for.
 *
 * @param places every institution, what is due first before the rest
 * @param place the one whose list it is, or null while one has to be chosen
 * @param lines everybody who works there but the reader, by name
 */
public record RightsReview(List<ReviewPlace> places, ReviewPlace place, List<RightsLine> lines) {}
