package org.himaye.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.himaye.identification.Indicator;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.himaye.referral.Acceptance;
import org.himaye.referral.AgeGroup;
import org.himaye.referral.ConsentTold;
import org.himaye.referral.IncomingReferralService;
import org.himaye.referral.ReferralOwnText;
import org.himaye.referral.ReferralService;
import org.himaye.referral.ReferralTold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long whoever referred a person reads what it wrote, class by class (domain.md 3.2, police after the referral). */
class OwnTextInContainerTest extends InContainer {

    private static final ReferralTold WORDS = new ReferralTold(
            "+994 12 555 01 02",
            "Bölmədə, 18:00",
            AgeGroup.ADULT,
            Sex.FEMALE,
            SpokenLanguage.AZ,
            true,
            false,
            List.of(Indicator.IND01),
            "Sənədləri başqasındadır",
            List.of(),
            ConsentTold.YES,
            null,
            "Şəfəqxanım",
            "Vəsiqəsi yoxdur");

    private static final Set<DataClass> TOLD = EnumSet.of(
            DataClass.STATISTICAL,
            DataClass.IDENTITY,
            DataClass.CONTACT_LOCATION,
            DataClass.HEALTH,
            DataClass.NARRATIVE);

    @Inject
    private ReferralService referrals;

    @Inject
    private IncomingReferralService incoming;

    @Inject
    private CurrentCaller currentCaller;

    private String number;

    @BeforeEach
    void send() {
        enter();
        number = referrals.send(UUID.randomUUID(), SHELTER, WORDS);
    }

    private void enter() {
        currentCaller.enter(new Caller(
                sub("police1"),
                "police1",
                Role.POLICE_REFERRER,
                UUID.fromString(SuperuserConnection.text(
                        "select institution::text from himaye.staff where sub = ?", sub("police1"))),
                EnumSet.allOf(Permission.class),
                "own text",
                "test",
                Instant.now()));
    }

    private Set<DataClass> read() {
        ReferralOwnText own = referrals.ownText(number);
        Set<DataClass> shown = own.told().values().stream()
                .filter(Revealed::isShown)
                .map(Revealed::getDataClass)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DataClass.class)));
        assertEquals(!shown.isEmpty(), own.isReadable());
        assertEquals(own.isReadable(), referrals.receipt(number).readable());
        String named = SuperuserConnection.text(
                "select array_to_string(classes, ',') from himaye.access_event where actor = ? and act = 'referral.track'"
                        + " and fields && array['referral.sex', 'referral.personName'] order by seq desc limit 1",
                sub("police1"));
        if (own.isReadable()) {
            Set<String> classes = new TreeSet<>(List.of(named.split(",")));
            assertTrue(classes.containsAll(shown.stream().map(DataClass::tag).toList()), named);
        }
        return shown;
    }

    private long events() {
        return SuperuserConnection.number(
                "select count(*) from himaye.access_event where actor = ? and cardinality(fields) > 0", sub("police1"));
    }

    private void nothingIsLeft(String why) {
        long before = events();
        assertEquals(Set.of(), read(), why);
        assertEquals(before, events(), "the log names nothing of it: " + why);
        assertTrue(
                referrals.ownText(number).told().values().stream().allMatch(Revealed::isHidden),
                "not even that something was written: " + why);
        assertEquals(number, referrals.receipt(number).number(), "the receipt remains");
    }

    private void sent(String ago) {
        SuperuserConnection.change(
                "update himaye.referral set sent_at = now() - cast(? as interval) where number = ?", ago, number);
    }

    @Test
    void whatNeverBecameACaseIsReadForTwelveMonths() {
        assertEquals(TOLD, read());
        sent("12 months -1 hour");
        assertEquals(TOLD, read());
        sent("12 months 1 hour");
        nothingIsLeft("twelve months are over");
    }

    @Test
    void whatBecameACaseIsReadUntilTheCaseIsClosed() {
        UUID caseId = UUID.randomUUID();
        currentCaller.enter(new Caller(
                sub("supervisor1"),
                "supervisor1",
                Role.SUPERVISOR,
                SHELTER,
                EnumSet.allOf(Permission.class),
                "own text",
                "test",
                Instant.now()));
        incoming.acknowledge(number, version());
        incoming.accept(number, version(), new Acceptance(caseId, sub("caseworker1"), true, true));
        enter();
        assertEquals(TOLD, read());
        SuperuserConnection.change("update himaye.case_file set status = 'CLOSED' where id = ?", caseId);
        nothingIsLeft("the case is closed");
        SuperuserConnection.change("update himaye.case_file set status = 'ACTIVE' where id = ?", caseId);
        assertEquals(TOLD, read(), "opened again");
    }

    private int version() {
        return (int) SuperuserConnection.number("select version from himaye.referral where number = ?", number);
    }

    /** Completing is reading and writing. */
    @Test
    void whatWasReturnedIsNotCompletedAfterItsTime() {
        SuperuserConnection.change(
                "update himaye.referral set status = 'RETURNED', missing_items = 'SAFE_CONTACT' where number = ?",
                number);
        assertEquals(TOLD, read());
        assertTrue(referrals.receipt(number).isToComplete());
        sent("13 months");
        nothingIsLeft("returned, and twelve months are over");
        assertFalse(referrals.receipt(number).isToComplete());
        int version = referrals.receipt(number).version();
        assertThrows(Refused.class, () -> referrals.resend(number, version, WORDS));
    }
}
