package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The only way to a plain value. Reading: the policy decides each attribute, the event is committed, and only then keys are
 * unwrapped. Writing: the policy decides, the value is sealed and its name noted for the event of the running act.
 */
@Dependent
public class Gate {

    private static final String BULLETS = "••••••";

    @Inject
    private FieldPolicy policy;

    @Inject
    private SealingKeys keys;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private ActRecord record;

    @Inject
    private AccessRecorder recorder;

    @Inject
    private LeftEvents left;

    @Inject
    private Quotas quotas;

    @Inject
    private Given given;

    @Inject
    private Unopened unopened;

    @Inject
    private ValueChanges changes;

    @Inject
    private Clock clock;

    /**
     * Reveals rows of one case to the caller. Commits the access event before any key is unwrapped.
     *
     * @param facts what the policy must know
     * @param purpose what the reader chose, or null
     * @param rows detached rows of entities, in the order of the answer; never lazy graphs
     * @return one revealed row for each row, same order; never null
     * @throws LogUnavailable when the access cannot be recorded; nothing was opened
     * @throws QuotaReached when a purpose was chosen once too often within an hour
     * @throws NotOpenedNow when a form is begun and something of it does not open; on other pages the rest is shown
     */
    public List<RevealedRow> open(PolicyFacts facts, Purpose purpose, List<? extends Row> rows) {
        return open(facts, purpose, rows, Set.of());
    }

    /**
     * As {@link #open(PolicyFacts, Purpose, List)}, with only the named attributes on the answer and in the log; none named means
     * all.
     */
    public List<RevealedRow> open(
            PolicyFacts facts, Purpose purpose, List<? extends Row> rows, Set<String> attributes) {
        return open(facts, purpose, rows, row -> attributes);
    }

    /** As {@link #open(PolicyFacts, Purpose, List, Set)}, with attributes of its own for each row. */
    public List<RevealedRow> open(
            PolicyFacts facts, Purpose purpose, List<? extends Row> rows, Function<Row, Set<String>> attributes) {
        Caller caller = currentCaller.get();
        List<Opening> openings = new ArrayList<>();
        given.on(facts, purpose, rows);
        begin(caller, facts, purpose);
        Set<KeyOwner> owners = new LinkedHashSet<>();
        for (Row row : rows) {
            Opening opening = decide(caller, facts, purpose, row, attributes.apply(row));
            openings.add(opening);
            if (opening.needsKey()) {
                owners.add(row.keyOwner());
            }
        }
        commit(caller, rows.size());
        Map<KeyOwner, Aead> unwrapped = keys.forReading(owners);
        Map<Row, List<ClassifiedAttribute>> broken = new LinkedHashMap<>();
        List<RevealedRow> revealed = openings.stream()
                .map(opening -> opening.reveal(unwrapped, broken))
                .toList();
        tell(broken);
        if (!broken.isEmpty() && record.beginsForm()) {
            throw new NotOpenedNow();
        }
        return revealed;
    }

    private void tell(Map<Row, List<ClassifiedAttribute>> broken) {
        if (!broken.isEmpty()) {
            unopened.met(broken);
        }
    }

    private void begin(Caller caller, PolicyFacts facts, Purpose purpose) {
        record.concerns(facts.caseId(), facts.personId());
        if (facts.grant() != null) {
            record.under(facts.grant());
        }
        if (purpose != null && policy.purposes(caller.role()).contains(purpose)) {
            quotas.require(caller, Quotas.Kind.REVEAL, facts.caseId());
            record.forPurpose(purpose);
        }
    }

    private void commit(Caller caller, int rows) {
        record.rows(rows);
        AccessEvent event = record.toEvent(caller, AccessEvent.Outcome.ALLOWED, null);
        left.add(event, recorder.commit(event));
        record.markCommitted();
    }

    /**
     * Reveals what attributes held before they were changed, each under today's right to the attribute, and rows that stand beside
     * them. Commits the access event before any key is unwrapped.
     *
     * @param changes detached, of attributes {@link #inSight}; in the order of the answer
     * @param beside detached rows, as in {@link #open}
     * @param attributes which of each row; none means all
     * @return one for each change and one for each row, same order
     */
    public RevealedHistory history(
            PolicyFacts facts,
            Purpose purpose,
            List<ValueChange> changes,
            List<? extends Row> beside,
            Function<Row, Set<String>> attributes) {
        Caller caller = currentCaller.get();
        Map<String, Classification> tables = this.changes.byTable();
        begin(caller, facts, purpose);
        Map<ValueChange, Decision> decisions = new LinkedHashMap<>();
        for (ValueChange change : changes) {
            ClassifiedAttribute attribute = tables.get(change.table()).attribute(change.attribute());
            decisions.put(change, decide(caller, facts, purpose, attribute));
        }
        List<Opening> openings = beside.stream()
                .map(row -> decide(caller, facts, purpose, row, attributes.apply(row)))
                .toList();
        commit(caller, changes.size() + beside.size());
        Map<KeyOwner, Aead> unwrapped = keys.forReading(Stream.concat(
                        decisions.entrySet().stream()
                                .filter(each -> each.getValue() == Decision.FULL)
                                .map(each -> each.getKey().keyOwner()),
                        openings.stream()
                                .filter(Opening::needsKey)
                                .map(each -> each.row().keyOwner()))
                .distinct()
                .toList());
        Map<Row, List<ClassifiedAttribute>> broken = new LinkedHashMap<>();
        List<RevealedChange> revealed = changes.stream()
                .map(change -> {
                    ClassifiedAttribute of = tables.get(change.table()).attribute(change.attribute());
                    Aead key = unwrapped.get(change.keyOwner());
                    return new RevealedChange(
                            of.fullName(),
                            reveal(change, "oldValue", of, decisions.get(change), key, broken),
                            reveal(change, "newValue", of, decisions.get(change), key, broken));
                })
                .toList();
        List<RevealedRow> rows = openings.stream()
                .map(opening -> opening.reveal(unwrapped, broken))
                .toList();
        tell(broken);
        return new RevealedHistory(revealed, rows);
    }

    /**
     * Opens what leaves the house by a decision, whatever the caller himself may read: the listed attributes of these rows and nothing
     * else, within what the policy lets this receiver have. Part of a change: the event of the running act, written in its transaction, names
     * the attributes, and the caller gets nothing when that is not stored.
     *
     * @param purpose that was decided on
     * @param receiver as the policy names it
     * @param ground on what it rests
     * @param attributes which of each row
     * @throws Refused when the receiver may not have one of them on that ground
     * @throws KeysUnavailable when one does not open: half a package is none
     */
    public List<RevealedRow> release(
            PolicyFacts facts,
            Purpose purpose,
            String receiver,
            ReleaseGround ground,
            List<? extends Row> rows,
            Function<Row, Set<String>> attributes) {
        record.concerns(facts.caseId(), facts.personId());
        record.forPurpose(purpose);
        List<Opening> openings = new ArrayList<>();
        Set<KeyOwner> owners = new LinkedHashSet<>();
        for (Row row : rows) {
            Map<ClassifiedAttribute, Decision> decisions = new LinkedHashMap<>();
            for (String name : attributes.apply(row)) {
                ClassifiedAttribute attribute =
                        Classification.of(row.getClass()).attribute(name);
                if (!policy.released(receiver, ground).contains(attribute.fullName())) {
                    throw new Refused(AccessReason.NOT_RELEASED, attribute.dataClass());
                }
                record.field(attribute.table(), name, attribute.dataClass());
                decisions.put(attribute, Decision.FULL);
            }
            Opening opening = new Opening(row, decisions);
            openings.add(opening);
            if (opening.needsKey()) {
                owners.add(row.keyOwner());
            }
        }
        record.rows(rows.size());
        Map<KeyOwner, Aead> unwrapped = keys.forReading(owners);
        Map<Row, List<ClassifiedAttribute>> broken = new LinkedHashMap<>();
        List<RevealedRow> revealed = openings.stream()
                .map(opening -> opening.reveal(unwrapped, broken))
                .toList();
        unopened.met(broken);
        if (!broken.isEmpty()) {
            throw new KeysUnavailable("what was to leave the house does not open", null);
        }
        return revealed;
    }

    /**
     * As {@link #release}, for the content of a row, within what the policy lets this receiver have of the attribute that tells its class.
     *
     * @param told the attribute whose class the content has
     * @param attribute of type {@link ContentKey}
     */
    public Content releaseContent(
            PolicyFacts facts,
            Purpose purpose,
            String receiver,
            ReleaseGround ground,
            Row row,
            String told,
            String attribute) {
        Classification classification = Classification.of(row.getClass());
        ClassifiedAttribute of = classification.attribute(told);
        record.concerns(facts.caseId(), facts.personId());
        record.forPurpose(purpose);
        if (!policy.released(receiver, ground).contains(of.fullName())) {
            throw new Refused(AccessReason.NOT_RELEASED, of.dataClass());
        }
        record.field(of.table(), of.name(), of.dataClass());
        record.rows(1);
        return opened(row, classification.attribute(attribute));
    }

    /**
     * Whether a word that somebody says is kept in an attribute of one of these rows. Nobody is shown anything. Part of a change: the event of
     * the running act names the attribute, also when the word is wrong.
     *
     * @param said compared without regard to letter case, as people say it
     * @throws Refused when the policy does not give the caller the attribute whole
     */
    public boolean recognises(PolicyFacts facts, List<? extends Row> rows, String attribute, String said) {
        Caller caller = currentCaller.get();
        record.concerns(facts.caseId(), facts.personId());
        Set<KeyOwner> owners = new LinkedHashSet<>();
        for (Row row : rows) {
            ClassifiedAttribute kept = Classification.of(row.getClass()).attribute(attribute);
            if (policy.read(caller, facts, kept.dataClass(), kept.fullName(), null) != Decision.FULL) {
                throw new Refused(AccessReason.NO_READ, kept.dataClass());
            }
            record.field(kept.table(), kept.name(), kept.dataClass());
            owners.add(row.keyOwner());
        }
        Map<KeyOwner, Aead> unwrapped = keys.forReading(owners);
        boolean known = false;
        for (Row row : rows) {
            ClassifiedAttribute kept = Classification.of(row.getClass()).attribute(attribute);
            String word = (String) plain(kept, row, row.keyOwner(), unwrapped.get(row.keyOwner()));
            known |= word != null && MessageDigest.isEqual(spoken(word), spoken(said));
        }
        return known;
    }

    private static byte[] spoken(String word) {
        return word.strip().toLowerCase(Redaction.LOCALE).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Opens for the person herself what is recorded of her, whoever reads it to her: her own request is the ground (domain.md 4.8). Of what
     * the policy never gives her nothing opens, and the names that a row withholds are blacked out in every text. Commits the access event
     * before any key is unwrapped.
     *
     * @param withholding row and attribute with the names of others, one on each line
     * @param spelling of one word of a name: whether a word of a text begins with it, however it is spelled
     * @param attributes which of each row
     * @throws Refused when the policy does not give her one of them
     * @throws KeysUnavailable when one does not open: half an answer is none
     */
    public List<RevealedRow> give(
            PolicyFacts facts,
            Row withholding,
            String names,
            Function<String, Predicate<String>> spelling,
            List<? extends Row> rows,
            Function<Row, Set<String>> attributes) {
        Caller caller = currentCaller.get();
        record.concerns(facts.caseId(), facts.personId());
        record.forPurpose(Purpose.SUBJECT_REQUEST);
        List<Opening> openings = new ArrayList<>();
        ClassifiedAttribute kept = Classification.of(withholding.getClass()).attribute(names);
        Set<KeyOwner> owners = new LinkedHashSet<>();
        if (kept.stored(withholding) != null) {
            owners.add(withholding.keyOwner());
        }
        for (Row row : rows) {
            Map<ClassifiedAttribute, Decision> decisions = new LinkedHashMap<>();
            for (String name : attributes.apply(row)) {
                ClassifiedAttribute attribute =
                        Classification.of(row.getClass()).attribute(name);
                if (!policy.given(attribute.dataClass(), attribute.fullName())) {
                    throw new Refused(AccessReason.NOT_RELEASED, attribute.dataClass());
                }
                record.field(attribute.table(), name, attribute.dataClass());
                decisions.put(attribute, Decision.FULL);
            }
            Opening opening = new Opening(row, decisions);
            openings.add(opening);
            if (opening.needsKey()) {
                owners.add(row.keyOwner());
            }
        }
        commit(caller, rows.size());
        Map<KeyOwner, Aead> unwrapped = keys.forReading(owners);
        Redaction redaction = Redaction.of(
                (String) plain(kept, withholding, withholding.keyOwner(), unwrapped.get(withholding.keyOwner())),
                spelling);
        Map<Row, List<ClassifiedAttribute>> broken = new LinkedHashMap<>();
        List<RevealedRow> revealed = openings.stream()
                .map(opening -> redaction.of(
                        opening.reveal(unwrapped, broken),
                        name -> Redaction.mayNameOthers(
                                Classification.of(opening.row().getClass()).attribute(name))))
                .toList();
        tell(broken);
        if (!broken.isEmpty()) {
            throw new KeysUnavailable("what the person asks for does not open", null);
        }
        return revealed;
    }

    /** The class of an attribute. */
    public DataClass classOf(String attribute) {
        String[] parts = attribute.split("\\.", 2);
        return changes.byTable().get(parts[0]).attribute(parts[1]).dataClass();
    }

    /** The attributes, as {@code table.attribute}, of which the caller may know that they are there; the rest is absent. */
    public Set<String> inSight(PolicyFacts facts) {
        Caller caller = currentCaller.get();
        return names(attribute ->
                policy.read(caller, facts, attribute.dataClass(), attribute.fullName(), null) != Decision.HIDDEN);
    }

    /** The attributes, as {@code table.attribute}, that the caller may write. */
    public Set<String> writable(PolicyFacts facts) {
        Caller caller = currentCaller.get();
        return names(attribute -> policy.mayWrite(caller, facts, attribute.dataClass(), attribute.fullName()));
    }

    private Set<String> names(Predicate<ClassifiedAttribute> which) {
        Set<String> names = new LinkedHashSet<>();
        changes.byTable()
                .values()
                .forEach(table -> table.attributes().values().stream()
                        .filter(which)
                        .forEach(attribute -> names.add(attribute.fullName())));
        return names;
    }

    private static Revealed<?> reveal(
            ValueChange change,
            String part,
            ClassifiedAttribute of,
            Decision decision,
            Aead key,
            Map<Row, List<ClassifiedAttribute>> broken) {
        ClassifiedAttribute value = Classification.of(ValueChange.class).attribute(part);
        boolean there = value.stored(change) != null;
        if (!decision.shows()) {
            return Revealed.withheld(of.dataClass(), decision);
        }
        if (decision.masked()) {
            return Revealed.masked(of.dataClass(), decision, there ? BULLETS : null);
        }
        try {
            String text = change.unbound((String) plain(value, change, change.keyOwner(), key));
            return Revealed.full(of.dataClass(), there ? decoded(of, text) : null);
        } catch (KeysUnavailable away) {
            broken.computeIfAbsent(change, each -> new ArrayList<>()).add(value);
            return Revealed.unopened(of.dataClass(), decision);
        }
    }

    /** A code that is no more in its list is shown as it stands. */
    private static Object decoded(ClassifiedAttribute of, String text) {
        try {
            return of.decode(text);
        } catch (IllegalStateException | IllegalArgumentException | DateTimeException retired) {
            return text;
        }
    }

    private Opening decide(Caller caller, PolicyFacts facts, Purpose purpose, Row row, Set<String> wanted) {
        Classification classification = Classification.of(row.getClass());
        Map<ClassifiedAttribute, Decision> decisions = new LinkedHashMap<>();
        for (ClassifiedAttribute attribute : classification.attributes().values()) {
            if (!wanted.isEmpty() && !wanted.contains(attribute.name())) {
                continue;
            }
            decisions.put(attribute, decide(caller, of(row, facts, caller), purpose, attribute));
        }
        return new Opening(row, decisions);
    }

    /** The facts of the case for one row of it: whether the caller made it. */
    private static PolicyFacts of(Row row, PolicyFacts facts, Caller caller) {
        return caller.sub().equals(row.createdBy()) ? facts.forAuthor() : facts;
    }

    private Decision decide(Caller caller, PolicyFacts facts, Purpose purpose, ClassifiedAttribute attribute) {
        Decision decision = policy.read(caller, facts, attribute.dataClass(), attribute.fullName(), purpose);
        if (decision != Decision.FULL && decision != Decision.HIDDEN) {
            record.withheldSomething();
        }
        if (decision.shows() && attribute.dataClass() != DataClass.OPERATIONAL) {
            record.field(attribute.table(), attribute.name(), attribute.dataClass());
        }
        return decision;
    }

    /**
     * Writes attributes of a row for the caller. Values that do not change are left alone. A value that the caller may not read
     * can be added but never overwritten. What stood there before is kept as a
     * {@link ValueChange}; what every reader of the case may know has a history of its own.
     *
     * @param values attribute name to plain value; null clears
     * @return names of the attributes that changed; never null
     * @throws Refused when the policy lets the caller not write one of them
     */
    public Set<String> write(PolicyFacts facts, Row row, Map<String, ?> values) {
        Caller caller = currentCaller.get();
        Classification classification = Classification.of(row.getClass());
        record.concerns(facts.caseId(), facts.personId());
        record.on(classification.table(), row.id());
        Set<String> changed = new LinkedHashSet<>();
        Aead key = null;
        for (Map.Entry<String, ?> entry : values.entrySet()) {
            ClassifiedAttribute attribute = classification.attribute(entry.getKey());
            if (attribute.sealed() && key == null) {
                key = keys.forWriting(row.keyOwner());
            }
            PolicyFacts own = of(row, facts, caller);
            requireNotGuessed(caller, own, attribute, row);
            Object before = current(attribute, row, key);
            if (Objects.equals(before, entry.getValue())) {
                continue;
            }
            requireWritable(caller, own, attribute);
            if (before != null && attribute.dataClass() != DataClass.OPERATIONAL) {
                key = key == null ? keys.forWriting(row.keyOwner()) : key;
                changes.add(change(row, attribute, before, entry.getValue(), caller, key));
            }
            attribute.store(row, attribute.sealed() ? seal(attribute, row, key, entry.getValue()) : entry.getValue());
            record.field(attribute.table(), attribute.name(), attribute.dataClass());
            changed.add(attribute.name());
        }
        if (!changed.isEmpty()) {
            row.touched(caller.sub(), clock.instant());
        }
        return changed;
    }

    private void requireWritable(Caller caller, PolicyFacts facts, ClassifiedAttribute attribute) {
        if (!policy.mayWrite(caller, facts, attribute.dataClass(), attribute.fullName())) {
            throw new Refused(AccessReason.NO_WRITE, attribute.dataClass());
        }
    }

    /** What stands there and may not be read is not written over, and not compared: a right guess is answered like a wrong one. */
    private void requireNotGuessed(Caller caller, PolicyFacts facts, ClassifiedAttribute attribute, Row row) {
        boolean readable =
                policy.read(caller, facts, attribute.dataClass(), attribute.fullName(), null) == Decision.FULL;
        if (!readable && attribute.stored(row) != null) {
            throw new Refused(AccessReason.ADD_ONLY, attribute.dataClass());
        }
    }

    /**
     * Seals a row's values again under another owner's key, when responsibility passes on (a referral that is accepted).
     *
     * @param owner who owned the values until now; the row's {@link Row#keyOwner()} names the new one
     */
    public void sealAgain(Row row, KeyOwner owner) {
        Aead from = keys.forReading(List.of(owner)).get(owner);
        Aead to = keys.forWriting(row.keyOwner());
        for (ClassifiedAttribute attribute :
                Classification.of(row.getClass()).attributes().values()) {
            if (attribute.sealed() && attribute.stored(row) != null) {
                Object plain = plain(attribute, row, owner, from);
                attribute.store(row, seal(attribute, row, to, plain));
            }
        }
    }

    /**
     * Seals what an author has typed and not sent. Nobody is shown anything and nothing of the record changes: no decision, no event.
     *
     * @param text replaces what the attribute held
     */
    public void keep(Row row, String attribute, String text) {
        ClassifiedAttribute sealed = Classification.of(row.getClass()).attribute(attribute);
        sealed.store(row, seal(sealed, row, keys.forWriting(row.keyOwner()), text));
    }

    /**
     * Opens what {@link #keep} sealed, each text whole. Commits the access event, which names the classes inside, before any key is
     * unwrapped.
     *
     * @param rows those that the caller wrote, with the classes inside
     * @return the texts by row; one that does not open is left out
     * @throws Refused when another one wrote it, or the policy did not give the caller all classes inside in this request
     */
    public <R extends Row> Map<R, String> restore(Map<R, Set<DataClass>> rows, String attribute) {
        Caller caller = currentCaller.get();
        record.concerns(given.caseId(), given.personId());
        rows.forEach((row, inside) -> {
            if (!row.createdBy().equals(caller.sub()) || !given.classes().containsAll(inside)) {
                throw new Refused(AccessReason.NOT_OWN);
            }
            record.on(Classification.of(row.getClass()).table(), row.id());
            inside.forEach(
                    dataClass -> record.field(Classification.of(row.getClass()).table(), attribute, dataClass));
        });
        commit(caller, rows.size());
        Map<KeyOwner, Aead> unwrapped =
                keys.forReading(rows.keySet().stream().map(Row::keyOwner).toList());
        Map<R, String> texts = new LinkedHashMap<>();
        Map<Row, List<ClassifiedAttribute>> broken = new LinkedHashMap<>();
        for (R row : rows.keySet()) {
            ClassifiedAttribute sealed = Classification.of(row.getClass()).attribute(attribute);
            try {
                texts.put(row, (String) plain(sealed, row, row.keyOwner(), unwrapped.get(row.keyOwner())));
            } catch (KeysUnavailable away) {
                broken.put(row, List.of(sealed));
            }
        }
        tell(broken);
        return texts;
    }

    /**
     * Copies plain values from one row's attributes to another's without showing them to anybody: facts that were validly
     * recorded once are not asked again (BR-034). The write part of the policy is asked for the target.
     *
     * @param names attribute of the source to attribute of the target
     */
    public void carryOver(Row source, PolicyFacts facts, Row target, Map<String, String> names) {
        Aead from = keys.forReading(List.of(source.keyOwner())).get(source.keyOwner());
        Classification classification = Classification.of(source.getClass());
        Map<String, Object> values = new LinkedHashMap<>();
        names.forEach((sourceName, targetName) -> {
            ClassifiedAttribute attribute = classification.attribute(sourceName);
            Object value =
                    attribute.sealed() ? plain(attribute, source, source.keyOwner(), from) : attribute.stored(source);
            if (value != null) {
                values.put(targetName, value);
            }
        });
        write(facts, target, values);
    }

    /**
     * Decides a coded value that stands in clear in the database and notes it for the event of the running act, which is
     * committed before the answer leaves. Must come before {@link #open} in the same act.
     *
     * @param value the code, or null when none is recorded
     */
    public <T> Revealed<T> coded(
            PolicyFacts facts, Purpose purpose, DataClass dataClass, String table, String attribute, T value) {
        if (record.committed()) {
            throw new IllegalStateException("the event is already written: decide coded values first");
        }
        Decision decision = policy.read(currentCaller.get(), facts, dataClass, table + "." + attribute, purpose);
        if (decision.shows()) {
            record.field(table, attribute, dataClass);
        }
        if (decision == Decision.FULL) {
            return Revealed.full(dataClass, value);
        }
        return decision.masked()
                ? Revealed.masked(dataClass, decision, value == null ? null : BULLETS)
                : Revealed.withheld(dataClass, decision);
    }

    /**
     * Begins the content of a new row: makes its key, which stands sealed in the row's attribute from now on.
     *
     * @param attribute of type {@link ContentKey}
     */
    public Content newContent(Row row, String attribute) {
        ClassifiedAttribute stored = Classification.of(row.getClass()).attribute(attribute);
        byte[] key = SecretBytes.randomBytes(Content.KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
        byte[] place = stored.associatedData(row, row.keyOwner());
        try {
            Aead owner = keys.forWriting(row.keyOwner());
            stored.store(row, new Sealed<>(owner.encrypt(key, place)));
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("the key of a content cannot be sealed", e);
        }
        return new Content(key, place);
    }

    /**
     * Opens the content of a row for whoever reads an attribute of it whole. Commits the access event before any key is unwrapped.
     *
     * @param told the attribute whose class the content has
     * @param attribute of type {@link ContentKey}
     * @throws Refused when the policy does not give the caller the whole attribute
     */
    public Content content(PolicyFacts facts, Purpose purpose, Row row, String told, String attribute) {
        Caller caller = currentCaller.get();
        Classification classification = Classification.of(row.getClass());
        given.on(facts, purpose, List.of(row));
        begin(caller, facts, purpose);
        record.on(classification.table(), row.id());
        ClassifiedAttribute of = classification.attribute(told);
        if (decide(caller, of(row, facts, caller), purpose, of) != Decision.FULL) {
            throw new Refused(AccessReason.NO_READ, of.dataClass());
        }
        commit(caller, 1);
        return opened(row, classification.attribute(attribute));
    }

    private Content opened(Row row, ClassifiedAttribute stored) {
        Aead owner = keys.forReading(List.of(row.keyOwner())).get(row.keyOwner());
        if (owner == null) {
            throw new KeysUnavailable("the key of this record is gone", null);
        }
        byte[] place = stored.associatedData(row, row.keyOwner());
        try {
            return new Content(owner.decrypt(((Sealed<?>) stored.stored(row)).ciphertext(), place), place);
        } catch (GeneralSecurityException e) {
            unopened.met(Map.of(row, List.of(stored)));
            throw new KeysUnavailable("the key of a content does not belong where it stands", e);
        }
    }

    /**
     * Opens a content for the machine alone, to compare it with what came: nobody is shown anything of it, so no decision and no event.
     *
     * @param attribute of type {@link ContentKey}
     */
    public Content compared(Row row, String attribute) {
        return opened(row, Classification.of(row.getClass()).attribute(attribute));
    }

    /**
     * Before work that ends in {@link #write}: whether it could.
     *
     * @throws Refused when the policy lets the caller not write the attribute
     */
    public void requireWritable(PolicyFacts facts, Row row, String attribute) {
        Caller caller = currentCaller.get();
        ClassifiedAttribute asked = Classification.of(row.getClass()).attribute(attribute);
        record.on(asked.table(), row.id());
        PolicyFacts own = of(row, facts, caller);
        requireWritable(caller, own, asked);
        requireNotGuessed(caller, own, asked, row);
    }

    /** Names attributes of workflow that a verb of the row has changed, for the event of the running act. */
    public void changed(PolicyFacts facts, Row row, Set<String> attributes) {
        Classification classification = Classification.of(row.getClass());
        record.concerns(facts.caseId(), facts.personId());
        record.on(classification.table(), row.id());
        attributes.forEach(name -> {
            ClassifiedAttribute changed = classification.attribute(name);
            record.field(changed.table(), changed.name(), changed.dataClass());
        });
    }

    /** Names the cases of a list in the running act; the act commits the event before the list is returned. */
    public void list(Collection<AccessEvent.Link> links, String table, Map<String, DataClass> shown) {
        links.forEach(link -> record.concerns(link.caseId(), link.personId()));
        shown.forEach((attribute, dataClass) -> record.field(table, attribute, dataClass));
        record.rows(links.size());
    }

    /** Names what of a row stands in clear and is shown as it stands: a line of a register, which a role sees whole or not at all. */
    public void inClear(Row row) {
        Classification.of(row.getClass()).attributes().values().stream()
                .filter(attribute -> !attribute.sealed() && attribute.stored(row) != null)
                .forEach(attribute -> record.field(attribute.table(), attribute.name(), attribute.dataClass()));
    }

    private static Object current(ClassifiedAttribute attribute, Row row, Aead key) {
        return attribute.sealed() ? plain(attribute, row, row.keyOwner(), key) : attribute.stored(row);
    }

    private ValueChange change(
            Row row, ClassifiedAttribute attribute, Object before, Object after, Caller caller, Aead key) {
        ValueChange change = new ValueChange(row, attribute, caller.sub(), clock.instant());
        Map<String, ClassifiedAttribute> values =
                Classification.of(ValueChange.class).attributes();
        values.get("oldValue")
                .store(change, seal(values.get("oldValue"), change, key, change.bound(attribute.encode(before))));
        String now = after == null ? null : attribute.encode(after);
        values.get("newValue").store(change, seal(values.get("newValue"), change, key, change.bound(now)));
        return change;
    }

    private static Sealed<Object> seal(ClassifiedAttribute attribute, Row row, Aead key, Object value) {
        if (value == null) {
            return null;
        }
        try {
            byte[] plain = attribute.encode(value).getBytes(StandardCharsets.UTF_8);
            return new Sealed<>(key.encrypt(plain, attribute.associatedData(row, row.keyOwner())));
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a value cannot be sealed", e);
        }
    }

    private static Object plain(ClassifiedAttribute attribute, Row row, KeyOwner owner, Aead key) {
        Sealed<?> sealed = (Sealed<?>) attribute.stored(row);
        if (sealed == null) {
            return null;
        }
        if (key == null) {
            throw new KeysUnavailable("the key of this record is gone", null);
        }
        try {
            byte[] plain = key.decrypt(sealed.ciphertext(), attribute.associatedData(row, owner));
            return attribute.decode(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new KeysUnavailable("a sealed value does not belong where it stands", e);
        }
    }

    /** One row between decision and opening. */
    private record Opening(Row row, Map<ClassifiedAttribute, Decision> decisions) {

        boolean needsKey() {
            return decisions.entrySet().stream()
                    .anyMatch(e -> e.getKey().sealed()
                            && e.getValue().shows()
                            && e.getKey().stored(row) != null);
        }

        RevealedRow reveal(Map<KeyOwner, Aead> unwrapped, Map<Row, List<ClassifiedAttribute>> broken) {
            Map<String, Revealed<?>> revealed = new LinkedHashMap<>();
            decisions.forEach((attribute, decision) -> {
                try {
                    revealed.put(attribute.name(), reveal(attribute, decision, unwrapped.get(row.keyOwner())));
                } catch (KeysUnavailable away) {
                    revealed.put(attribute.name(), Revealed.unopened(attribute.dataClass(), decision));
                    broken.computeIfAbsent(row, each -> new ArrayList<>()).add(attribute);
                }
            });
            return new RevealedRow(row.id(), row.version(), revealed);
        }

        private Revealed<?> reveal(ClassifiedAttribute attribute, Decision decision, Aead key) {
            if (!decision.shows()) {
                return Revealed.withheld(attribute.dataClass(), decision);
            }
            if (decision.masked()) {
                return Revealed.masked(attribute.dataClass(), decision, mask(attribute, key));
            }
            Object value = attribute.sealed() ? plain(attribute, row, row.keyOwner(), key) : attribute.stored(row);
            return Revealed.full(attribute.dataClass(), value);
        }

        private String mask(ClassifiedAttribute attribute, Aead key) {
            if (attribute.stored(row) == null) {
                return null;
            }
            if (attribute.mask() != Confidential.Mask.LAST_TWO) {
                return BULLETS;
            }
            Object value = attribute.sealed() ? plain(attribute, row, row.keyOwner(), key) : attribute.stored(row);
            String text = value.toString();
            return text.length() < 6 ? BULLETS : BULLETS + text.substring(text.length() - 2);
        }
    }
}
