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
        accounts.forEach((account, its) -> {
            its.offHours(terms).ifPresent(found::add);
            its.refusals(terms).ifPresent(found::add);
            found.addAll(its.noRelation(terms, work));
            Set<UUID> namesakes = names.namesakes(called.get(account), people(its));
            // An event may name a case and nobody in it: then only the lot can fall on it.
            found.addAll(its.ties(
                    access -> access.person() != null && namesakes.contains(access.person()) || drawn(access, terms)));
        });
        return found;
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

    /** Always the same for an account and a case, and known to nobody without the key: so a row says nothing for certain. */
    private boolean drawn(Access access, UnusualTerms terms) {
        String lot = hash.of(KeyedHash.Use.LOT, access.account() + " " + access.caseId());
        return Long.remainderUnsigned(Long.parseUnsignedLong(lot, 16), HUNDRED) < terms.lot();
    }
}
