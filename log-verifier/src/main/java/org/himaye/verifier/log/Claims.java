package org.himaye.verifier.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;

/** All claims in the order of their sizes, each source in its own; held against the tree while it grows, none is kept. */
final class Claims {

    private final List<Source> sources = new ArrayList<>();
    private final Findings findings;
    private long checked;
    private long good;
    private long witnessed;
    private long witnessedAt;
    private int signer;
    private long signerSince;

    private static final class Source {

        private final Iterator<Claim> rest;
        private Claim next;

        private Source(Iterator<Claim> claims) {
            rest = claims;
            advance();
        }

        private void advance() {
            next = rest.hasNext() ? rest.next() : null;
        }
    }

    Claims(Findings findings) {
        this.findings = findings;
    }

    void add(Iterator<Claim> claims) {
        sources.add(new Source(claims));
    }

    /** Checks those of at most this size. */
    void upTo(long size, LongFunction<byte[]> rootAt) {
        Source least = least();
        while (least != null && least.next.size() <= size) {
            Claim claim = least.next;
            if (claim.size() < checked) {
                findings.broken(claim.size(), claim.place(), "it is of fewer entries than the one before it");
            } else {
                compare(claim, rootAt.apply(claim.size()));
                signed(claim);
            }
            least.advance();
            least = least();
        }
        checked = size;
    }

    /** Who found or stole a key that was replaced goes on signing with it, and so is found. */
    private void signed(Claim claim) {
        if (claim.signer() > signer) {
            signer = claim.signer();
            signerSince = claim.size();
        } else if (claim.signer() != Claim.UNSIGNED && claim.signer() < signer && claim.size() > signerSince) {
            findings.broken(
                    claim.size(),
                    claim.place(),
                    "it is signed with key " + (claim.signer() + 1) + ", which was replaced at " + signerSince
                            + " entries at the latest");
        }
    }

    private Source least() {
        Source least = null;
        for (Source each : sources) {
            if (each.next != null && (least == null || each.next.size() < least.next.size())) {
                least = each;
            }
        }
        return least;
    }

    private void compare(Claim claim, byte[] root) {
        byte[] told = claim.root();
        if (!Arrays.equals(told, 0, told.length, root, 0, told.length)) {
            findings.broken(
                    good,
                    Math.max(good, claim.size() - 1),
                    claim.place(),
                    "the first " + claim.size() + " entries are not those of this checkpoint, the first " + good
                            + " still are: between these something was changed, taken out or put in");
            return;
        }
        good = claim.size();
        if (claim.witnessedAt() != Claim.BY_NOBODY) {
            witnessed = claim.size();
            witnessedAt = claim.witnessedAt();
        }
    }

    /** What is left over speaks of more entries than there are. */
    void end(long size) {
        for (Source each : sources) {
            while (each.next != null) {
                findings.broken(
                        size,
                        each.next.place(),
                        "there were " + each.next.size() + " entries, and now there are only " + size
                                + ": the end was cut off");
                each.advance();
            }
        }
    }

    long witnessed() {
        return witnessed;
    }

    long witnessedAt() {
        return witnessedAt;
    }
}
