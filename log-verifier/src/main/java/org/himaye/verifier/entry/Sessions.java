package org.himaye.verifier.entry;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who acts in a session has signed in before. A session lasts ten hours at most; a sign-in is kept for a day, and no more than 200,000
 * of them (40 MB): more people do not sign in within a day.
 */
public final class Sessions implements EntryRule {

    private static final long DAY = 86_400_000_000L;
    private static final int MOST = 200_000;

    private final Map<String, Long> signIns = new LinkedHashMap<>();
    private long latest;

    @Override
    public Optional<String> see(long index, Entry entry) {
        if (entry.continues()) {
            return Optional.empty();
        }
        latest = Math.max(latest, entry.at());
        if (entry.session() == null) {
            return Optional.empty();
        }
        if (entry.signIn()) {
            signIns.put(entry.session(), entry.at());
            forget();
            return Optional.empty();
        }
        Long begun = signIns.get(entry.session());
        return begun != null && entry.at() - begun <= DAY
                ? Optional.empty()
                : Optional.of("it acts in session " + entry.session() + ", for which nobody signed in the day before");
    }

    private void forget() {
        Iterator<Long> oldest = signIns.values().iterator();
        while (oldest.hasNext()) {
            boolean old = oldest.next() < latest - DAY;
            if (!old && signIns.size() <= MOST) {
                return;
            }
            oldest.remove();
        }
    }

    @Override
    public boolean breaks() {
        return false;
    }
}
