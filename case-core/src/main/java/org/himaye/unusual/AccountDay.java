package org.himaye.unusual;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.himaye.accesslog.LoggedDay.Access;
import org.himaye.accesslog.LoggedDay.Work;
import org.himaye.confidentiality.Role;

/** The accesses of one account on one day, and what is unusual in them. Numbers, times and ids; a name of the colleague alone. */
final class AccountDay {

    private final List<Access> opened = new ArrayList<>();
    private final List<Access> refused = new ArrayList<>();
    private final Map<UUID, List<Access>> byCase = new LinkedHashMap<>();

    /** @param access in the log's order; one that concerns several cases comes once for each */
    void add(Access access) {
        if (access.refused()) {
            once(refused, access);
            return;
        }
        if (access.caseId() != null) {
            once(opened, access);
            byCase.computeIfAbsent(access.caseId(), id -> new ArrayList<>()).add(access);
        }
    }

    private static void once(List<Access> list, Access access) {
        if (list.isEmpty() || list.getLast().sequence() != access.sequence()) {
            list.add(access);
        }
    }

    /** Cases that were opened. */
    Map<UUID, List<Access>> cases() {
        return byCase;
    }

    /** @param usual median of the cases a day in the days before */
    Optional<Unusual> volume(UnusualTerms terms, int usual) {
        if (!terms.muchMore(byCase.size(), usual)) {
            return Optional.empty();
        }
        List<Access> firsts = byCase.values().stream().map(List::getFirst).toList();
        return Optional.of(Unusual.of(UnusualRule.VOLUME, firsts, byCase.size(), usual));
    }

    Optional<Unusual> offHours(UnusualTerms terms) {
        List<Access> late = opened.stream()
                .filter(each -> terms.offHours(each.role(), each.at()))
                .toList();
        return late.isEmpty()
                ? Optional.empty()
                : Optional.of(Unusual.of(UnusualRule.OFF_HOURS, late, late.size(), null));
    }

    Optional<Unusual> refusals(UnusualTerms terms) {
        return terms.refusedAgain(refused.stream().map(Access::at).toList())
                ? Optional.of(Unusual.of(UnusualRule.REPEATED_REFUSALS, refused, refused.size(), null))
                : Optional.empty();
    }

    /** @param work functions in these cases, of whomever and whenever */
    List<Unusual> noRelation(UnusualTerms terms, Map<UUID, List<Work>> work) {
        List<Unusual> found = new ArrayList<>();
        byCase.forEach((caseId, accesses) -> {
            List<Work> own = work.getOrDefault(caseId, List.of()).stream()
                    .filter(each -> each.account().equals(accesses.getFirst().account()))
                    .toList();
            for (UnusualCause cause : UnusualCause.values()) {
                List<Access> fitting = accesses.stream()
                        .filter(each -> terms.hasRelations(each.role()) && cause == cause(each, own))
                        .toList();
                if (!fitting.isEmpty()) {
                    // One row for the case and the day: the weightiest cause comes first.
                    found.add(Unusual.ofCase(UnusualRule.NO_RELATION, cause, fitting));
                    break;
                }
            }
        });
        return found;
    }

    /** Null for who had to do with it. A supervisor has to do with the whole house. */
    private static UnusualCause cause(Access access, List<Work> own) {
        if (access.urgent()) {
            return UnusualCause.URGENT;
        }
        if (own.stream().anyMatch(each -> during(each, access.at()))) {
            return null;
        }
        boolean house = access.house().equals(access.institution());
        boolean had = own.stream()
                .anyMatch(each -> each.until() != null && each.until().isBefore(access.at()));
        if (had && !(house && access.role() == Role.SUPERVISOR)) {
            return UnusualCause.HANDED_OVER;
        }
        return house ? null : UnusualCause.OTHER_HOUSE;
    }

    private static boolean during(Work work, Instant at) {
        return !at.isBefore(work.from()) && (work.until() == null || !at.isAfter(work.until()));
    }

    /** @param tied of one access to a case, whether a tie is possible or the lot fell on it */
    List<Unusual> ties(Predicate<Access> tied) {
        return byCase.values().stream()
                .filter(accesses -> tied.test(accesses.stream()
                        .filter(each -> each.person() != null)
                        .findFirst()
                        .orElse(accesses.getFirst())))
                .map(accesses -> Unusual.ofCase(UnusualRule.PRIVATE_TIE, null, accesses))
                .toList();
    }
}
