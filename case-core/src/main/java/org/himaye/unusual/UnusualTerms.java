package org.himaye.unusual;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.himaye.confidentiality.Role;
import org.himaye.shared.BusinessClock;

/**
 * From where on something is unusual; the numbers stand in the configuration.
 *
 * @param volumeFloor so many cases in a day are never unusual
 * @param volumeFactor nor are so many times the usual day of the account
 * @param nightFrom hour in Baku at which the night begins
 * @param nightUntil hour at which it is over
 * @param refusalsAnHour as many within sixty minutes are unusual
 * @param refusalsADay as many within a day are unusual
 * @param lot how many of a hundred accounts with a case are drawn, whoever they are
 */
record UnusualTerms(
        int volumeFloor,
        int volumeFactor,
        int nightFrom,
        int nightUntil,
        int refusalsAnHour,
        int refusalsADay,
        int lot) {

    /** With how many days an account is compared. */
    static final int DAYS_BEFORE = 28;

    /** A shelter and the police work day and night; a hotline too. */
    private static final Set<Role> SHIFTS =
            EnumSet.of(Role.CASEWORKER, Role.SUPERVISOR, Role.POLICE_REFERRER, Role.PARTNER_REFERRER);

    /** Whose relation to a case is their house or a function in it; others meet cases in a queue. */
    private static final Set<Role> RELATED =
            EnumSet.of(Role.CASEWORKER, Role.SUPERVISOR, Role.PSYCHOLOGIST, Role.MEDIC, Role.LAWYER);

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    boolean offHours(Role role, Instant at) {
        if (role == null || SHIFTS.contains(role)) {
            return false;
        }
        ZonedDateTime there = at.atZone(BusinessClock.ZONE);
        return WEEKEND.contains(there.getDayOfWeek()) || there.getHour() >= nightFrom || there.getHour() < nightUntil;
    }

    boolean hasRelations(Role role) {
        return role != null && RELATED.contains(role);
    }

    boolean muchMore(int cases, int usual) {
        return cases > volumeFloor && cases > volumeFactor * usual;
    }

    /** @param times in their order */
    boolean refusedAgain(List<Instant> times) {
        if (times.size() >= refusalsADay) {
            return true;
        }
        for (int first = 0; first + refusalsAnHour <= times.size(); first++) {
            Instant last = times.get(first + refusalsAnHour - 1);
            if (!last.isAfter(times.get(first).plusSeconds(3600))) {
                return true;
            }
        }
        return false;
    }

    /** Of days on which the account opened any case; 0 when there was none. */
    static int median(List<Integer> cases) {
        List<Integer> sorted = cases.stream().sorted().toList();
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half) + 1) / 2;
    }
}
