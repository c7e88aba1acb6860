package org.himaye.web.accesslog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.himaye.accesslog.AccessEntry;
import org.himaye.accesslog.CaseAccesses;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.DataClass;
import org.himaye.confidentiality.Role;
import org.himaye.shared.BusinessClock;
import org.himaye.shared.Translated;
import org.himaye.web.shared.AttributeWords;
import org.himaye.web.shared.Frame;
import org.himaye.web.shared.Language;
import org.himaye.web.shared.Messages;

/** How an event of the log is put into words: the same on the pages and in the file. */
@Named
@RequestScoped
public class AccessWords {

    /** Attributes that a row names at once; the rest unfolds. */
    private static final int FIELDS = 1;

    private static final ZoneId ZONE = BusinessClock.ZONE;
    private static final UUID MACHINE = new UUID(0, 0);

    @Inject
    private Messages messages;

    @Inject
    private Frame frame;

    @Inject
    private CurrentCaller caller;

    /** To the second, in Baku. */
    public String time(Instant at) {
        Language language = frame.getLanguage();
        String day = language == Language.EN ? "d MMM yyyy" : "dd.MM.yyyy";
        return DateTimeFormatter.ofPattern(day + " HH:mm:ss", language.getLocale())
                .format(at.atZone(ZONE));
    }

    /** Where the event stands in the log, as an address carries it. */
    public String mark(AccessEntry entry) {
        return Marks.write(entry.cursor());
    }

    /** The day in Baku, as an address carries it. */
    public String day(AccessEntry entry) {
        return LocalDate.ofInstant(entry.at(), ZONE).toString();
    }

    /** Whether somebody can be asked about what this account did: a colleague whom the house knows, and not oneself. */
    public boolean askable(AccessEntry entry) {
        return askable(entry.name(), entry.actor());
    }

    public boolean askable(CaseAccesses.ByPerson person) {
        return askable(person.name(), person.actor());
    }

    private boolean askable(String name, UUID actor) {
        return name != null && !actor.equals(caller.get().sub());
    }

    public String who(AccessEntry entry) {
        return who(entry.name(), entry.actor());
    }

    public String whoDid(CaseAccesses.ByPerson person) {
        return who(person.name(), person.actor());
    }

    private String who(String name, UUID actor) {
        if (name != null) {
            return name;
        }
        if (actor == null) {
            return messages.get("accesslog_list.nobody");
        }
        return MACHINE.equals(actor) ? label(Role.SYSTEM) : messages.get("accesslog_list.former");
    }

    /** Job and institution, as far as they are known. */
    public String from(Role role, Translated institution) {
        String place =
                institution == null ? "" : institution.in(frame.getLanguage().getTag());
        String job = role == null ? "" : label(role);
        return place.isEmpty() || job.isEmpty() ? job + place : job + " · " + place;
    }

    /** What was asked for. */
    public String act(AccessEntry entry) {
        return entry.permission().map(this::label).orElseGet(() -> messages.get("accesslog_list.noPage"));
    }

    /** The attribute in the words of its page. A name from an older log, which is none of today's, stays as it is. */
    public String field(String field) {
        return AttributeWords.of(field, messages).orElse(field);
    }

    public List<String> fields(AccessEntry entry) {
        return entry.fields().stream().map(this::field).toList();
    }

    public String firstFields(AccessEntry entry) {
        return String.join("; ", fields(entry).stream().limit(FIELDS).toList());
    }

    public int moreFields(AccessEntry entry) {
        return Math.max(0, entry.fields().size() - FIELDS);
    }

    public String classes(List<DataClass> classes) {
        return String.join(" ", classes.stream().map(DataClass::tag).toList());
    }

    /** The reason of a refusal or failure. A rule that only the database keeps has no words of its own, so it is named. */
    public String reason(AccessEntry entry) {
        String reason = entry.reason();
        return reason == null
                ? ""
                : ReasonWords.of(reason, messages).orElseGet(() -> messages.with("accesslog_list.otherReason", reason));
    }

    String label(Enum<?> code) {
        return code == null ? "" : messages.get(code.getDeclaringClass().getSimpleName() + "." + code.name());
    }

    String text(String key, Object... arguments) {
        return arguments.length == 0 ? messages.get(key) : messages.with(key, arguments);
    }
}
