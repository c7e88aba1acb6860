package org.himaye.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.himaye.stack.Stack;

/** As many cases as a measure wants, in twenty houses; {@code world.sql} says how they are spread. */
public final class World {

    private static final String COUNT = "select count(*) from himaye.person where pseudonym like 'Person %'";

    private final Stack stack;

    public World(Stack stack) {
        this.stack = stack;
    }

    /**
     * Adds what is missing; a world never shrinks.
     *
     * @return how many there are: more than asked for, when a measure before wanted more
     */
    public long grow(int cases) throws SQLException, IOException {
        try (Connection connection = stack.superuser("himaye");
                Statement statement = connection.createStatement()) {
            long there = count(statement);
            if (there < cases) {
                connection.setAutoCommit(false);
                statement.execute(
                        script().replace("${from}", String.valueOf(there)).replace("${until}", String.valueOf(cases)));
                connection.commit();
                connection.setAutoCommit(true);
                statement.execute("vacuum analyze");
                statement.execute("checkpoint");
            }
            return Math.max(there, cases);
        }
    }

    private static long count(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(COUNT)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = World.class.getResourceAsStream("world.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The id of something by its name in {@code world.sql}: house0, head0, worker0-1, case17, person17. */
    public static UUID id(String name) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
