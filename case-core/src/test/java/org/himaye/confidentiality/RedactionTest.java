package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import org.himaye.document.CaseDocument;
import org.himaye.person.Person;
import org.himaye.search.NameWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SC-10: the helper's name is redacted, whatever ending and letter case it has. */
class RedactionTest {

    private static final String BLACK = "\u2588\u2588\u2588\u2588";

    @ParameterizedTest
    @CsvSource({
        "Rəşad, Rəşadın evində qaldı, # evində qaldı",
        "Rəşad, RƏŞAD və rəşadla, # və #",
        "İlqar, ilqar ILQAR İlqardan, # # #",
        "Иван Петров, Иваном и Петровой, # и #",
        "Rəşad, xRəşad, xRəşad",
        "Rəşad, Resad və Rashad və Рашадом və RASHADIN, # və # və # və #",
        "Hüseynov, с Гусейновой у Huseynova, с # у #",
        "Şah, şəhərdə saat Şahın, şəhərdə saat #",
        "A, A adı, A adı"
    })
    void aNameIsBlackWithItsEndings(String names, String text, String left) {
        assertEquals(
                left.replace("#", BLACK),
                Redaction.of(names, NameWord::beginning).black(text));
    }

    @Test
    void severalNamesStandOnLinesOfTheirOwnAndNoneIsNone() {
        assertEquals(
                BLACK + " gəldi, " + BLACK + " getdi",
                Redaction.of("Aysel\n Kamran ,", NameWord::beginning).black("Aysel gəldi, Kamranla getdi"));
        assertEquals("Aysel", Redaction.of(null, NameWord::beginning).black("Aysel"));
        assertEquals("a.c", Redaction.of("a.b", NameWord::beginning).black("a.c"), "what was typed is no pattern");
    }

    /** A title has the class of what the paper tells and may name anybody; where she herself is named nothing is black. */
    @Test
    void onlyWhereSheHerselfIsNamedNothingIsBlack() {
        ClassifiedAttribute title = Classification.of(CaseDocument.class).attribute("identityTitle");
        assertEquals(DataClass.IDENTITY, title.dataClass());
        assertTrue(Redaction.mayNameOthers(title));
        assertFalse(Redaction.mayNameOthers(Classification.of(Person.class).attribute("givenName")));
        Revealed<?> copy = Revealed.full(DataClass.IDENTITY, "Rəşad Əliyevin pasportu");
        RevealedRow row = new RevealedRow(UUID.randomUUID(), 0, Map.of("identityTitle", copy));
        assertEquals(
                BLACK + " Əliyevin pasportu",
                Redaction.of("Rəşad", NameWord::beginning).of(row, name -> true).text("identityTitle"));
    }
}
