package org.himaye.verifier.entry;

import java.util.Optional;

/** An event of several entries stands together, complete, and its lists go on in their order. */
public final class Continuations implements EntryRule {

    private Entry begun;
    private int seen;
    private Entry.Ends cases;
    private Entry.Ends fields;
    private boolean unknown;

    @Override
    public Optional<String> see(long index, Entry entry) {
        boolean afterGap = unknown;
        unknown = false;
        if (!entry.continues()) {
            Optional<String> missing = missing();
            begin(entry);
            return missing;
        }
        if (begun == null) {
            unknown = afterGap;
            return afterGap ? Optional.empty() : Optional.of("it goes on with an event that is not before it");
        }
        if (!entry.id().equals(begun.id()) || entry.part() != seen || entry.version() != begun.version()) {
            String found = "it should be part " + seen + " of event " + begun.id() + ", version " + begun.version();
            begin(null);
            return Optional.of(found);
        }
        boolean ordered = follows(cases, entry.cases()) && follows(fields, entry.fields());
        cases = entry.cases() == null ? cases : entry.cases();
        fields = entry.fields() == null ? fields : entry.fields();
        seen++;
        if (seen == begun.parts()) {
            begin(null);
        }
        return ordered ? Optional.empty() : Optional.of("its list does not go on where the part before ended");
    }

    private void begin(Entry entry) {
        begun = entry == null || entry.parts() == 1 ? null : entry;
        seen = 1;
        cases = begun == null ? null : begun.cases();
        fields = begun == null ? null : begun.fields();
    }

    private static boolean follows(Entry.Ends before, Entry.Ends next) {
        return next == null || before != null && before.last().compareTo(next.first()) < 0;
    }

    private Optional<String> missing() {
        return begun == null
                ? Optional.empty()
                : Optional.of(
                        "part " + seen + " of " + begun.parts() + " of event " + begun.id() + " is missing before it");
    }

    @Override
    public Optional<String> interrupted() {
        Optional<String> missing = missing();
        begin(null);
        unknown = true;
        return missing;
    }

    @Override
    public boolean breaks() {
        return true;
    }
}
