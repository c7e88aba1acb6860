package org.himaye.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {

    @Test
    @Tag("ASVS-1.2.10")
    void whatASpreadsheetWouldCalculateBecomesText() {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertEquals("'" + formula, Spreadsheet.cell(formula));
        }
    }

    @Test
    void otherTextStaysAsItIs() {
        for (String text : List.of("", "V-7K3MQ2-X", "a=b", " =1")) {
            assertEquals(text, Spreadsheet.cell(text));
        }
    }
}
