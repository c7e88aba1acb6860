package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import java.util.List;
import org.himaye.acceptance.AccessEvents.Event;

/** Holds a person's answers against the log: one event for each answer that showed something, one for each refusal. */
record Witness(DemoPerson person, Visit visit) {

    /** Opens an address that answers, and returns its only event. */
    Event opens(String path) {
        AccessEvents events = AccessEvents.fromNow();
        visit.open(path);
        assertEquals(200, visit.status(), path);
        return only(events, path);
    }

    /** Chooses why to look, and returns the only event of the answer. */
    Event looksFor(String purpose) {
        AccessEvents events = AccessEvents.fromNow();
        visit.choose("purpose", purpose).press("30 dəqiqə göstər");
        return only(events, purpose);
    }

    /** Asks for an address that is not this person's: answered like an unknown one, recorded as denied. */
    String denied(String path) {
        AccessEvents events = AccessEvents.fromNow();
        APIResponse answer = visit.get(path);
        assertEquals(404, answer.status(), path);
        Event event = only(events, path);
        assertEquals("DENIED", event.outcome(), path);
        assertEquals(List.of(), event.fields(), path);
        return bare(answer.text());
    }

    private Event only(AccessEvents since, String what) {
        List<Event> events = since.of(person);
        assertEquals(1, events.size(), () -> person + " " + what + ": " + events);
        return events.get(0);
    }

    /** The answer without what differs between any two answers. */
    static String bare(String body) {
        return body.replaceAll("nonce=\"[^\"]*\"", "")
                .replaceAll("<input[^>]*ViewState[^>]*>", "")
                .replaceAll("\\b[0-9A-F]{8}\\b", "");
    }
}
