package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignInTest {

    @ParameterizedTest
    @EnumSource(DemoPerson.class)
    void everyDemoPersonLandsOnTheirDay(DemoPerson person) {
        try (Visit visit = Visit.ofStranger().signIn(person)) {
            assertEquals(Himaye.address() + "/task/myday.xhtml", visit.page().url());
            assertTrue(visit.shows("Mənim günüm"));
        }
    }
}
