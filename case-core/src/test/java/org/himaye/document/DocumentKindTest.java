package org.himaye.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.FieldPolicy;
import org.himaye.shared.BusinessException;
import org.himaye.shared.TextNotAllowed;
import org.junit.jupiter.api.Test;

class DocumentKindTest {

    /** What a cell lets its column read, from nothing to all. */
    private static final List<String> MORE = List.of("H", "S", "B", "O", "M", "P", "M,P", "F");

    private static int reads(String cell) {
        int place = MORE.indexOf(cell.replace("E", "B").split(" if ")[0]);
        assertTrue(place >= 0, cell);
        return place;
    }

    @Test
    void ofAStricterClassNobodyReadsMore() {
        FieldPolicy policy = new FieldPolicy();
        Set<String> wrong = new TreeSet<>();
        DocumentKind.STRICTER.forEach((own, all) -> all.forEach(stricter -> {
            for (String column : policy.columns()) {
                if (reads(policy.cell(stricter, column)) > reads(policy.cell(own, column))) {
                    wrong.add(column + " reads more of " + stricter + " than of " + own);
                }
            }
        }));
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyClassOfAKindHasItsTitle() {
        for (DocumentKind kind : DocumentKind.values()) {
            for (DataClass each : DataClass.values()) {
                if (kind.allows(each)) {
                    assertNotNull(CaseDocument.title(each), kind + " " + each);
                }
            }
        }
        assertTrue(DocumentKind.COURT.allows(DataClass.PRIVILEGED));
        assertFalse(DocumentKind.MEDICAL.allows(DataClass.OPERATIONAL));
    }

    @Test
    void whatIsMissingOrTurnsTheWritingIsTold() {
        DocumentEntry nothing = new DocumentEntry(UUID.randomUUID(), null, " ", null, null);
        assertEquals(
                List.of("kind", "title"),
                assertThrows(BusinessException.class, nothing::complete).all().stream()
                        .map(BusinessException::field)
                        .toList());
        DocumentEntry wider =
                new DocumentEntry(UUID.randomUUID(), DocumentKind.MEDICAL, "Ad", DataClass.NARRATIVE, null);
        assertThrows(DocumentClassNotStricter.class, wider::complete);
        assertThrows(
                TextNotAllowed.class,
                () -> new DocumentEntry(UUID.randomUUID(), DocumentKind.OTHER, "fdp\u202Eexe.pdf", null, null));
    }
}
