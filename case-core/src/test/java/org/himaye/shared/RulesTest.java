package org.himaye.shared;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {

    @Test
    void everythingThatIsBrokenIsTold() {
        Rules rules = new Rules()
                .unless(true, () -> new AnswerMissing("kept"))
                .unless(false, () -> new AnswerMissing("first"))
                .keep(() -> new Rules()
                        .unless(false, () -> new AnswerMissing("second"))
                        .unless(false, () -> new AnswerMissing("third"))
                        .hold());

        List<BusinessException> broken =
                assertThrows(AnswerMissing.class, rules::hold).all();

        assertEquals(
                List.of("first", "second", "third"),
                broken.stream().map(BusinessException::field).toList());
    }

    @Test
    void whatHoldsIsSilent() {
        assertDoesNotThrow(new Rules().unless(true, () -> new AnswerMissing("kept"))::hold);
    }
}
