package org.himaye.acceptance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must have happened before a test, played through the pages by the people who do it. */
final class Scenes {

    private static final Pattern CASE = Pattern.compile("V-[0-9A-Z]{6}-[0-9A-Z]");
    private static final Pattern RECEIPT = Pattern.compile("R-[0-9A-Z]{6}-[0-9A-Z]");

    private Scenes() {}

    /** Opens a case for a person who came without a referral; the caseworker is responsible. */
    static String walkIn(DemoPerson caseworker) {
        try (Visit visit = Visit.of(caseworker)) {
            return startCase(visit);
        }
    }

    /** Who the person of the case is and how she is reached: everything by which she can be searched for. */
    static void findable(Visit visit, String number, String family, String document, String telephone) {
        visit.open("/intake/person.xhtml?number=" + number);
        Form.of(visit, "save")
                .answer("anonymous", null)
                .answer("familyName", family)
                .answer("documentNumber", document)
                .answer("dateOfBirth", "03.02.1991")
                .answer("ageStated", null)
                .answer("ageBasis", "STATED")
                .answer("nationalityStatus", "CITIZEN_AZ")
                .answer("countries", null)
                .send();
        visit.open("/intake/contact.xhtml?number=" + number);
        Form.of(visit, "save")
                .answer("kind", "PHONE")
                .answer("value", telephone)
                .send();
    }

    static String startCase(Visit visit) {
        visit.open("/casefile/start.xhtml");
        Form.of(visit, "start").send();
        return first(CASE, visit);
    }

    /** Sends a referral with the minimum set. */
    static String referral(DemoPerson sender) {
        try (Visit visit = Visit.of(sender)) {
            return sendReferral(visit);
        }
    }

    static String sendReferral(Visit visit) {
        visit.open("/referral/send.xhtml");
        Form.of(visit, "send").answer("immediateDanger", "false").send();
        return first(RECEIPT, visit);
    }

    /** The first number of a case on the page. */
    static String caseNumber(Visit visit) {
        return first(CASE, visit);
    }

    static String receipt(Visit visit) {
        return first(RECEIPT, visit);
    }

    private static String first(Pattern pattern, Visit visit) {
        Matcher found = pattern.matcher(visit.text());
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " on " + visit.page().url() + "\n" + visit.text());
        }
        return found.group();
    }

    /** Whether the page opens one record; pages that need none answer without. */
    static boolean takesNumber(Pages page) {
        return page.tab()
                || !page.path()
                        .matches(
                                ".*/(list|queue|start|send|sent|inbox|caseload|myday|cases|institutions|sessions|find|people|invite|reviewrights|asked|sample)\\.xhtml");
    }

    /** Whether referrals of others arrive on this person's desk. */
    static boolean receives(DemoPerson person) {
        return person.name().startsWith("caseworker") || person.name().startsWith("supervisor");
    }
}
