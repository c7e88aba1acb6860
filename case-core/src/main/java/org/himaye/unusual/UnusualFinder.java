package org.himaye.unusual;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.accesslog.LoggedDay;
import org.himaye.accesslog.LoggedDay.Access;
import org.himaye.accesslog.LoggedDay.Work;
import org.himaye.confidentiality.KeyedHash;
import org.himaye.search.SearchIndex;

/**
 * Goes over one day of the log by the five rules. Reads on connections of its own and holds no transaction meanwhile: one that waits would let
 * the seal wait.
 */
@Dependent
class UnusualFinder {

    private static final int HUNDRED = 100;

    @Inject
    private LoggedDay log;

    @Inject
    private SearchIndex names;

    @Inject
    private KeyedHash hash;

    /** @throws org.himaye.search.SearchNotReady while nobody knows the names: then the day waits */
    List<Unusual> find(LocalDate day, UnusualTerms terms) {
        Map<UUID, AccountDay> accounts = new LinkedHashMap<>();
        Map<UUID, String> called = new HashMap<>();
        log.forEach(day, access -> {
            accounts.computeIfAbsent(access.account(), account -> new AccountDay())
                    .add(access);
            called.put(access.account(), access.name());
        });
        List<Unusual> found = new ArrayList<>(volumes(day, terms, accounts));
        Map<UUID, List<Work>> work = work(accounts.values());
        List<Unusual> ties = new ArrayList<>();
        accounts.forEach((account, its) -> {
            its.offHours(terms).ifPresent(found::add);
            its.refusals(terms).ifPresent(found::add);
            found.addAll(its.noRelation(terms, work));
            String name = called.get(account);
            Set<UUID> namesakes = names.namesakes(name, people(its));
            String family = names.family(name).orElse(account.toString());
            // An event may name a case and nobody in it: then only the lot can fall on it.
            ties.addAll(its.ties(access -> access.person() != null && namesakes.contains(access.person())
                    || drawn(family, access.caseId(), terms)));
        });
        found.addAll(openedFirst(day, ties));
        return found;
    }

    /**
     * A lot falls on the first day or never. So is a name compared on that day alone: a tie that came later, because the name was only written then,
     * could be nothing else.
     */
    private List<Unusual> openedFirst(LocalDate day, List<Unusual> ties) {
        Map<UUID, Set<UUID>> before = log.openedBefore(
                day,
                ties.stream().map(Unusual::account).collect(Collectors.toSet()),
                ties.stream().map(Unusual::caseId).collect(Collectors.toSet()));
        return ties.stream()
                .filter(each -> !before.getOrDefault(each.account(), Set.of()).contains(each.caseId()))
                .toList();
    }

    private List<Unusual> volumes(LocalDate day, UnusualTerms terms, Map<UUID, AccountDay> accounts) {
        Set<UUID> busy = accounts.entrySet().stream()
                .filter(each -> terms.muchMore(each.getValue().cases().size(), 0))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<UUID, List<Integer>> before = log.casesADay(busy, day.minusDays(UnusualTerms.DAYS_BEFORE), day);
        List<Unusual> found = new ArrayList<>();
        busy.forEach(account -> accounts.get(account)
                .volume(terms, UnusualTerms.median(before.getOrDefault(account, List.of())))
                .ifPresent(found::add));
        return found;
    }

    private Map<UUID, List<Work>> work(Iterable<AccountDay> accounts) {
        Set<UUID> cases = new HashSet<>();
        accounts.forEach(each -> cases.addAll(each.cases().keySet()));
        return log.work(cases).stream().collect(Collectors.groupingBy(Work::caseId));
    }

    private static Set<UUID> people(AccountDay its) {
        return its.cases().values().stream()
                .flatMap(List::stream)
                .map(Access::person)
                .filter(person -> person != null)
                .collect(Collectors.toSet());
    }

    /**
     * Always the same for a family name and a case, and known to nobody without the key: so a row says nothing for certain, and those of several
     * namesakes say no more than one.
     */
    private boolean drawn(String family, UUID caseId, UnusualTerms terms) {
        String lot = hash.of(KeyedHash.Use.LOT, family + " " + caseId);
        return Long.remainderUnsigned(Long.parseUnsignedLong(lot, 16), HUNDRED) < terms.lot();
    }
}
