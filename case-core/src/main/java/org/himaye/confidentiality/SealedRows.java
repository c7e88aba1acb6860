package org.himaye.confidentiality;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every stored row that holds sealed values, as the classes of the attributes say and no list by hand, over plain JDBC: of each row what
 * names its key owner, and its sealed values. For work on the keys, outside of the server.
 */
final class SealedRows {

    private static final Pattern ENTITY = Pattern.compile("<class>([^<]+)</class>");
    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Class<? extends Row> entity;
    private final List<ClassifiedAttribute> sealed;

    private SealedRows(Class<? extends Row> entity) {
        this.entity = entity;
        this.sealed = Classification.of(entity).attributes().values().stream()
                .filter(ClassifiedAttribute::sealed)
                .toList();
    }

    /** One for each table with a sealed column. */
    static List<SealedRows> all() {
        List<SealedRows> all = new ArrayList<>();
        try (InputStream unit = SealedRows.class.getResourceAsStream("/META-INF/persistence.xml")) {
            Matcher entities = ENTITY.matcher(new String(unit.readAllBytes(), StandardCharsets.UTF_8));
            while (entities.find()) {
                Class<?> entity = Class.forName(entities.group(1));
                if (Classification.of(entity).attributes().values().stream().anyMatch(ClassifiedAttribute::sealed)) {
                    all.add(new SealedRows(entity.asSubclass(Row.class)));
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("the entities cannot be read", e);
        }
        return all;
    }

    String table() {
        return Classification.of(entity).table();
    }

    List<ClassifiedAttribute> attributes() {
        return sealed;
    }

    /** What is done with one page of rows. */
    interface Work {
        void on(List<Row> rows) throws SQLException;
    }

    /** All rows in the order of their ids, page by page; a row that is made meanwhile may be missed. */
    void forEachPage(Connection connection, Work work) throws SQLException {
        List<Row> page = page(connection, FIRST);
        while (!page.isEmpty()) {
            work.on(page);
            page = page(connection, page.getLast().id());
        }
    }

    private List<Row> page(Connection connection, UUID after) throws SQLException {
        List<Row> page = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select * from himaye." + table() + " where id > ? order by id limit " + PAGE)) {
            select.setObject(1, after);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    page.add(row(found));
                }
            }
        }
        return page;
    }

    private Row row(ResultSet found) throws SQLException {
        Row row = empty();
        for (ClassifiedAttribute attribute :
                Classification.of(entity).attributes().values()) {
            if (attribute.sealed()) {
                byte[] ciphertext = found.getBytes(attribute.column());
                attribute.store(row, ciphertext == null ? null : new Sealed<>(ciphertext));
            } else if (attribute.plainType() == UUID.class) {
                attribute.store(row, found.getObject(attribute.column(), UUID.class));
            } else if (attribute.plainType() == KeyOwner.Kind.class) {
                attribute.store(row, attribute.decode(found.getString(attribute.column())));
            }
        }
        return row;
    }

    private Row empty() {
        try {
            Constructor<? extends Row> constructor = entity.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
