package org.himaye.verifier.entry;

/**
 * What the rules between entries need of one that has the right form.
 *
 * @param version of its form
 * @param id of an event of several entries, else null
 * @param part 0 for the event itself, else the number of the continuation
 * @param parts how many entries the event has; 0 for a continuation, which does not say
 * @param number of the row in the database; 0 for a continuation
 * @param at microseconds since 1970; 0 for a continuation
 * @param session null when it names none
 * @param signIn whether the session begins with it
 * @param cases null when it has none, or the event has one entry
 * @param fields as cases
 */
public record Entry(
        long version,
        String id,
        int part,
        int parts,
        long number,
        long at,
        String session,
        boolean signIn,
        Ends cases,
        Ends fields) {

    /** The ends of an ordered list, by which the next part's list can be told to go on with it. */
    public record Ends(String first, String last) {}

    boolean continues() {
        return part > 0;
    }
}
