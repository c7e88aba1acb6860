package org.himaye.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.CaseHit;
import org.himaye.casefile.Reach;
import org.himaye.casefile.ReachableCases;
import org.himaye.confidentiality.AccessEvent.Action;
import org.himaye.confidentiality.AccessEvent.Link;
import org.himaye.confidentiality.Act;
import org.himaye.confidentiality.ActRecord;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Decision;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.confidentiality.Gate;
import org.himaye.confidentiality.KeyedHash;
import org.himaye.confidentiality.Permission;
import org.himaye.confidentiality.PolicyFacts;
import org.himaye.confidentiality.Purpose;
import org.himaye.confidentiality.Relation;
import org.himaye.shared.ShortTransaction;

/** Finds cases among those that the caller may open. What is there and not for him, and what is not there, take the same way. */
@Stateless
@PermitAll
public class SearchService {

    /** Hits of one answer. */
    private static final int MOST = 50;

    /** What stands for an identity that is masked (domain.md 3.1). */
    private static final Map<String, DataClass> MASKED =
            Map.of("pseudonym", DataClass.OPERATIONAL, "ageBand", DataClass.STATISTICAL);

    /** Whoever finds somebody by a name or a document has read it. */
    private static final Map<String, DataClass> BY_IDENTITY = Map.of(
            "pseudonym", DataClass.OPERATIONAL, "ageBand", DataClass.STATISTICAL, "familyName", DataClass.IDENTITY);

    @Inject
    private SearchIndex index;

    @Inject
    private SearchRepository rows;

    @Inject
    private ReachableCases cases;

    @Inject
    private Gate gate;

    @Inject
    private FieldPolicy policy;

    @Inject
    private KeyedHash hash;

    @Inject
    private ActRecord record;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ShortTransaction transaction;

    /** @return purposes of which one must be chosen before a person is searched for; empty for who needs none */
    @Act(value = Permission.CASE_SEARCH, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Purpose> begin() {
        return searches(null) ? List.of() : policy.purposes(caller.get().role());
    }

    /**
     * One event names every case on the answer; what was asked stands in it as a keyed hash.
     *
     * @param purpose what the caller chose, or null
     * @throws SearchPurposeNeeded when the policy asks for one
     * @throws SearchNotReady for a name, while there is no whole index
     * @throws NothingToSearch when nothing was typed that anybody could be found by
     */
    @Act(value = Permission.CASE_SEARCH, action = Action.SEARCH, targetless = true)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public SearchAnswer search(SearchQuestion question, Purpose purpose) {
        question.rules().hold();
        record.asked(hash.of(KeyedHash.Use.QUERY, question.normal()));
        boolean byNumber = question.caseNumber().isPresent();
        if (!byNumber) {
            if (!searches(purpose)) {
                throw new SearchPurposeNeeded();
            }
            record.forPurpose(purpose);
        }
        boolean byName = !byNumber && question.numbers().isEmpty();
        Reach reach = byName ? transaction.read(cases::reach) : null;
        List<CaseHit> found =
                byNumber ? numbered(question) : byName ? named(question.name(), reach) : hashed(question.numbers());
        List<CaseHit> shown = found.stream().limit(MOST).toList();
        gate.list(
                shown.stream()
                        .map(hit -> new Link(hit.caseId(), hit.personId()))
                        .toList(),
                "person",
                shown.isEmpty() ? Map.of() : byNumber ? MASKED : BY_IDENTITY);
        return new SearchAnswer(shown, found.size() > MOST, byName && somebodyIsMissing());
    }

    private boolean somebodyIsMissing() {
        Set<UUID> unlisted = index.unlisted();
        return !unlisted.isEmpty()
                && !transaction.read(() -> cases.of(unlisted)).isEmpty();
    }

    /** Whoever finds somebody by a name has read the name: the policy of reading decides. */
    private boolean searches(Purpose purpose) {
        return policy.read(
                        caller.get(),
                        PolicyFacts.without(Relation.ASSIGNED, Relation.SAME_INSTITUTION),
                        DataClass.IDENTITY,
                        "person.familyName",
                        purpose)
                == Decision.FULL;
    }

    private List<CaseHit> numbered(SearchQuestion question) {
        String number = question.caseNumber().orElseThrow().text();
        return transaction
                .read(() -> cases.of(cases.people(question.caseNumber().orElseThrow())))
                .stream()
                .filter(hit -> hit.number().equals(number))
                .toList();
    }

    private List<CaseHit> hashed(List<SearchQuestion.Number> numbers) {
        List<String> hashes = numbers.stream()
                .map(number -> hash.of(number.use(), number.normal()))
                .toList();
        return transaction.read(() -> {
            Set<UUID> same = rows.peopleOf(hashes);
            // Nobody in the place of nobody: what has an owner whom the caller may not meet takes the same way.
            return cases.of(same.isEmpty() ? Set.of(UUID.randomUUID()) : same);
        });
    }

    /** Two reads with the index between them: nobody else's names are looked at. */
    private List<CaseHit> named(PersonName name, Reach reach) {
        List<UUID> meant = index.find(name, reach);
        Map<UUID, Integer> rank = new HashMap<>();
        meant.forEach(person -> rank.put(person, rank.size()));
        return transaction.read(() -> cases.of(meant)).stream()
                .sorted(Comparator.comparing(hit -> rank.get(hit.personId())))
                .toList();
    }
}
