package org.himaye.restriction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.himaye.shared.BusinessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who decides on a restriction, and with whom: BR-075, domain.md 4.6 (SC-09). */
class CaseRestrictionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private final UUID supervisor = UUID.randomUUID();
    private final UUID officer = UUID.randomUUID();

    private static RestrictionRequest asked(RestrictionKind kind) {
        boolean order = kind == RestrictionKind.SUSPENDED;
        return new RestrictionRequest(
                kind,
                kind.reasons().get(0),
                order ? "17/4-2026" : null,
                order ? TODAY.minusDays(2) : null,
                order ? TODAY.plusDays(90) : null,
                Set.of(UUID.randomUUID()));
    }

    private CaseRestriction entered(RestrictionKind kind) {
        return new CaseRestriction(
                UUID.randomUUID(), UUID.randomUUID(), "V-AAAAAA-A", UUID.randomUUID(), asked(kind), supervisor, NOW);
    }

    @ParameterizedTest
    @EnumSource(names = {"SEALED", "BARRED"})
    void aSealAndABarHoldAtOnce(RestrictionKind kind) {
        assertNotNull(entered(kind).inForceAt());
        assertFalse(entered(kind).awaits(officer));
    }

    @Test
    void anOrderHoldsWhenAnotherPersonConfirmedIt() {
        CaseRestriction order = entered(RestrictionKind.SUSPENDED);

        assertNull(order.inForceAt());
        assertFalse(order.awaits(supervisor));
        assertTrue(order.awaits(officer));
        assertThrows(AnotherPersonNeeded.class, () -> order.confirm(supervisor, NOW));
        assertNull(order.inForceAt());

        order.confirm(officer, NOW);

        assertNotNull(order.inForceAt());
        assertThrows(AlreadyInForce.class, () -> order.confirm(officer, NOW));
    }

    @Test
    void noOrderInForceIsLiftedByOneNotEvenByThePrivacyOfficer() {
        CaseRestriction order = entered(RestrictionKind.SUSPENDED);
        order.confirm(officer, NOW);

        order.lift(officer, true, NOW);
        assertNull(order.liftedAt());
        assertEquals(officer, order.liftAskedBy());
        assertThrows(AnotherPersonNeeded.class, () -> order.lift(officer, true, NOW));
        assertNull(order.end(officer, true));

        order.lift(supervisor, false, NOW);
        assertNotNull(order.liftedAt());
        assertThrows(AlreadyLifted.class, () -> order.lift(supervisor, false, NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"SEALED", "BARRED"})
    void aSealIsLiftedByTwoOrByThePrivacyOfficer(RestrictionKind kind) {
        CaseRestriction byTwo = entered(kind);
        byTwo.lift(supervisor, false, NOW);
        assertNull(byTwo.liftedAt());
        byTwo.lift(UUID.randomUUID(), false, NOW);
        assertNotNull(byTwo.liftedAt());

        CaseRestriction byOne = entered(kind);
        byOne.lift(officer, true, NOW);
        assertNotNull(byOne.liftedAt());
    }

    @Test
    void whatDoesNotHoldIsWithdrawnByOne() {
        CaseRestriction order = entered(RestrictionKind.SUSPENDED);

        assertEquals(RestrictionStep.WITHDRAW, order.end(supervisor, false));
        order.lift(supervisor, false, NOW);

        assertNotNull(order.liftedAt());
        assertThrows(AlreadyLifted.class, () -> order.confirm(officer, NOW));
    }

    @Test
    void whatIsMissingIsToldTogether() {
        BusinessException broken = assertThrows(
                BusinessException.class,
                () -> new RestrictionRequest(RestrictionKind.SUSPENDED, null, " ", null, null, Set.of())
                        .rules(TODAY)
                        .hold());

        assertEquals(
                List.of("reason", "persons", "orderNumber", "orderDate", "endsOn"),
                broken.all().stream().map(BusinessException::field).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lalə Məmmədova", "17 4", "17\u20134", "a@b"})
    void theNumberOfAnOrderHoldsNoWords(String number) {
        RestrictionRequest asked = new RestrictionRequest(
                RestrictionKind.SUSPENDED, RestrictionReason.COURT, number, TODAY, TODAY, Set.of(UUID.randomUUID()));

        assertThrows(OrderNumberNotRight.class, () -> asked.rules(TODAY).hold());
    }

    @Test
    void anOrderIsOfAPastDayAndNotOverYet() {
        assertThrows(
                OrderDateAhead.class,
                () -> order(TODAY.plusDays(1), TODAY.plusDays(2)).rules(TODAY).hold());
        assertThrows(
                OrderOver.class,
                () -> order(TODAY, TODAY.minusDays(1)).rules(TODAY).hold());
        order(TODAY, TODAY).rules(TODAY).hold();
    }

    private static RestrictionRequest order(LocalDate from, LocalDate until) {
        return new RestrictionRequest(
                RestrictionKind.SUSPENDED,
                RestrictionReason.COURT,
                "17/4-2026",
                from,
                until,
                Set.of(UUID.randomUUID()));
    }

    @Test
    void aReasonBelongsToItsKind() {
        RestrictionRequest asked = new RestrictionRequest(
                RestrictionKind.SEALED, RestrictionReason.COURT, null, null, null, Set.of(UUID.randomUUID()));

        assertThrows(BusinessException.class, () -> asked.rules(TODAY).hold());
    }
}
