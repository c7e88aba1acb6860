package org.himaye.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.himaye.casefile.Reach;

/**
 * Names in memory and nowhere else. The index finds who may be meant, {@link PersonName} decides; so whatever a library thinks of
 * nearness, the rules are ours. What is in here is plain text in the heap (docs/adr/0021).
 */
final class NameIndex implements AutoCloseable {

    private static final String PERSON = "person";
    private static final String HOUSE = "house";
    private static final String WORD = "word";
    private static final String STORED = "stored";
    private static final String YEAR = "year";

    private static final String BETWEEN_KEYS = "/";
    private static final String BETWEEN_WORDS = " ";

    /** How many words of the index one typed word may stand for. */
    private static final int MOST_EXPANSIONS = 300;

    /** Of how many near words the rules decide; the nearest come first. */
    private static final int MOST_NEAR = 2000;

    private static final int ID_BYTES = 16;

    private final IndexWriter writer;
    private final SearcherManager searchers;

    NameIndex() {
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig().setUseCompoundFile(false));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a person who is not in it; a name without words is no entry. Seen after {@link #refresh}. */
    void add(UUID person, PersonName name, Set<UUID> houses) {
        if (name.words().isEmpty()) {
            return;
        }
        try {
            writer.addDocument(document(person, name, houses));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(UUID person) {
        try {
            writer.deleteDocuments(new Term(PERSON, bytes(person)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Who is meant, the nearest first.
     *
     * @param among nobody else is looked at, so that the answer tells nothing of others
     */
    List<UUID> find(PersonName typed, Reach among) {
        if (typed.needed() == 0 || among.nobody()) {
            return List.of();
        }
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                // By what was typed alone: statistics would let other people's names order the answer.
                searcher.setSimilarity(new BooleanSimilarity());
                return found(searcher, typed, among);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who of these people has this word in the name, whole and without a slip. */
    Set<UUID> bearing(NameWord word, Set<UUID> people) {
        BooleanQuery.Builder keys = new BooleanQuery.Builder();
        word.keys().forEach(key -> keys.add(new TermQuery(new Term(WORD, key)), BooleanClause.Occur.SHOULD));
        Query query = new BooleanQuery.Builder()
                .add(keys.build(), BooleanClause.Occur.MUST)
                .add(people(people), BooleanClause.Occur.FILTER)
                .build();
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                Set<UUID> bearers = new HashSet<>();
                StoredFields fields = searcher.storedFields();
                for (ScoreDoc hit : searcher.search(query, Math.max(1, people.size())).scoreDocs) {
                    bearers.add(person(fields.document(hit.doc).getBinaryValue(PERSON)));
                }
                return bearers;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<UUID> found(IndexSearcher searcher, PersonName typed, Reach among) throws IOException {
        List<UUID> meant = new ArrayList<>();
        StoredFields fields = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(query(typed, among), MOST_NEAR).scoreDocs) {
            Document document = fields.document(hit.doc);
            if (name(document).meantBy(typed)) {
                meant.add(person(document.getBinaryValue(PERSON)));
            }
        }
        return meant;
    }

    private static Query query(PersonName typed, Reach among) {
        BooleanQuery.Builder words = new BooleanQuery.Builder().setMinimumNumberShouldMatch(typed.needed());
        typed.words().forEach(word -> words.add(query(word), BooleanClause.Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(words.build(), BooleanClause.Occur.MUST)
                .add(reached(among), BooleanClause.Occur.FILTER)
                .build();
    }

    private static Query reached(Reach among) {
        BooleanQuery.Builder reached =
                new BooleanQuery.Builder().add(people(among.people()), BooleanClause.Occur.SHOULD);
        if (among.institution() != null) {
            reached.add(
                    new BooleanQuery.Builder()
                            .add(new TermQuery(new Term(HOUSE, bytes(among.institution()))), BooleanClause.Occur.MUST)
                            .add(people(among.apart()), BooleanClause.Occur.MUST_NOT)
                            .build(),
                    BooleanClause.Occur.SHOULD);
        }
        return reached.build();
    }

    private static Query people(Collection<UUID> ids) {
        return new TermInSetQuery(PERSON, ids.stream().map(NameIndex::bytes).toList());
    }

    private static Query query(NameWord word) {
        BooleanQuery.Builder meant = new BooleanQuery.Builder();
        for (String key : word.keys()) {
            Term term = new Term(WORD, key);
            meant.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
            if (word.initial()) {
                meant.add(new PrefixQuery(term), BooleanClause.Occur.SHOULD);
            } else if (key.length() >= NameWord.SHORTEST_WITH_SLIP) {
                meant.add(new FuzzyQuery(term, 1, 1, MOST_EXPANSIONS, true), BooleanClause.Occur.SHOULD);
            }
        }
        return meant.build();
    }

    private static Document document(UUID person, PersonName name, Set<UUID> houses) {
        Document document = new Document();
        document.add(new StringField(PERSON, bytes(person), Field.Store.YES));
        houses.forEach(house -> document.add(new StringField(HOUSE, bytes(house), Field.Store.NO)));
        Set<String> keys = new HashSet<>();
        name.words().forEach(word -> keys.addAll(word.keys()));
        keys.forEach(key -> document.add(new StringField(WORD, key, Field.Store.NO)));
        document.add(new StoredField(
                STORED,
                name.words().stream()
                        .map(word -> String.join(BETWEEN_KEYS, word.keys()))
                        .collect(Collectors.joining(BETWEEN_WORDS))));
        if (name.birthYear() != null) {
            document.add(new StoredField(YEAR, name.birthYear()));
        }
        return document;
    }

    private static PersonName name(Document document) {
        Number year =
                document.getField(YEAR) == null ? null : document.getField(YEAR).numericValue();
        return new PersonName(
                Arrays.stream(document.get(STORED).split(BETWEEN_WORDS))
                        .map(word -> new NameWord(Set.of(word.split(BETWEEN_KEYS))))
                        .toList(),
                year == null ? null : year.intValue());
    }

    private static BytesRef bytes(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return new BytesRef(bytes.array());
    }

    private static UUID person(BytesRef bytes) {
        ByteBuffer read = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        return new UUID(read.getLong(), read.getLong());
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
