package org.himaye.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.casefile.Reach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The index answers as {@link PersonName} decides, and only of those whom the caller may meet. */
class NameIndexTest {

    private final NameIndex index = new NameIndex();

    private final UUID house = UUID.randomUUID();
    private final UUID nargiz = add("Nərgiz Ramiz qızı Əliyeva", 1998);
    private final UUID samir = add("Samir Həsənov", null);

    @AfterEach
    void close() {
        index.close();
    }

    private UUID add(String name, Integer year) {
        UUID person = UUID.randomUUID();
        index.add(person, PersonName.of(name, year), Set.of(house));
        index.refresh();
        return person;
    }

    private List<UUID> find(String typed, UUID... among) {
        return index.find(PersonName.of(typed, null), new Reach(null, List.of(), List.of(among)));
    }

    @Test
    void findsInEveryScriptAndWithOneSlip() {
        for (String typed :
                List.of("Алиева Наргиз", "nergiz", "Aliyeva N.", "Nargiz Aliyva", "Əlieva Nərgiz Ramiz qızı")) {
            assertEquals(List.of(nargiz), find(typed, nargiz, samir), typed);
        }
        assertEquals(List.of(samir), find("Гасанов Самир", nargiz, samir));
    }

    @Test
    void whoeverMayNotBeMetIsNotLookedAt() {
        assertEquals(List.of(), find("Nərgiz Əliyeva", samir));
        assertEquals(List.of(), find("Nərgiz Əliyeva"));
    }

    /** A supervisor reaches everybody of a house but whom a shut case is about, unless another case of hers is open. */
    @Test
    void ofAHouseEverybodyIsReachedWhoIsNotApart() {
        PersonName typed = PersonName.of("Nərgiz Əliyeva", null);

        assertEquals(List.of(nargiz), index.find(typed, new Reach(house, List.of(), List.of())));
        assertEquals(List.of(nargiz), index.find(typed, new Reach(house, List.of(samir), List.of())));
        assertEquals(List.of(), index.find(typed, new Reach(house, List.of(nargiz), List.of(samir))));
        assertEquals(List.of(nargiz), index.find(typed, new Reach(house, List.of(nargiz), List.of(nargiz))));
        assertEquals(List.of(), index.find(typed, new Reach(UUID.randomUUID(), List.of(), List.of())));
    }

    @Test
    void aNewNameTakesThePlaceOfTheOld() {
        index.remove(nargiz);
        index.add(nargiz, PersonName.of("Gülnar Vəliyeva", 1998), Set.of(house));
        index.refresh();

        assertEquals(List.of(), find("Nərgiz Əliyeva", nargiz));
        assertEquals(List.of(nargiz), find("Gülnar", nargiz));

        index.remove(nargiz);
        index.refresh();
        assertEquals(List.of(), find("Gülnar", nargiz));
    }

    /** Where the pairs of the list say yes or no, the index says the same: it drops nobody before the decision. */
    @Test
    void theIndexDropsNobodyWhomTheRulesMean() throws IOException {
        List<String> different = new ArrayList<>();
        try (var list = NameIndexTest.class.getResourceAsStream("names.tsv")) {
            for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] parts = line.split("\t", -1);
                if (line.startsWith("#") || !parts[4].isEmpty() || !parts[5].isEmpty()) {
                    continue;
                }
                UUID person = add(parts[2], null);
                boolean meant = PersonName.of(parts[2], null).meantBy(PersonName.of(parts[3], null));
                if (find(parts[3], person).contains(person) != meant) {
                    different.add(line);
                }
                index.remove(person);
            }
        }
        assertEquals(List.of(), different);
    }

    @Test
    void nothingTypedFindsNobody() {
        assertTrue(find("", nargiz).isEmpty());
        assertTrue(find("oğlu", nargiz).isEmpty());
    }
}
