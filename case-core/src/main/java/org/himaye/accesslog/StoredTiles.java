package org.himaye.accesslog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The hashes of the log's tree as the database has them. */
record StoredTiles(Connection connection) implements LogTree.Tiles {

    private static final String LEAVES =
            "select hash from himaye.log_leaf where leaf_index >= ? and leaf_index < ? order by leaf_index";

    private static final String NODES =
            "select hash from himaye.log_node where node_index >= ? and node_index < ? and level = ? order by node_index";

    @Override
    public List<byte[]> hashes(int level, long from, long until) {
        try (PreparedStatement find = connection.prepareStatement(level == 0 ? LEAVES : NODES)) {
            find.setLong(1, from);
            find.setLong(2, until);
            if (level > 0) {
                find.setInt(3, level);
            }
            List<byte[]> found = new ArrayList<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getBytes(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the log's tree cannot be read", e);
        }
    }
}
