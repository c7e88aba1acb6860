package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.LogUnavailable;

/**
 * What a witness outside the house is given: checkpoints and hashes, never an entry; and what it gives back, its signature under a
 * checkpoint. No act: hashes tell of nobody, and the signature that is kept is the record. One that does not fit is an event.
 *
 * <p>Who may ask and whose signatures count stand beside the keys: {@code witness.sha256} has the SHA-256 of each token and {@code
 * witness.vkey} the key of each witness, one a line. Without the files there is no witness.
 */
@ApplicationScoped
public class LogWitness {

    private static final String NEWEST =
            "select note || coalesce(cosigned, '') from himaye.log_checkpoint order by size desc limit 1";

    private static final String SIGNED_SIZE = "select coalesce(max(size), 0) from himaye.log_checkpoint";

    private static final String LEAVES =
            "select hash from himaye.log_leaf where leaf_index >= ? and leaf_index < ? order by leaf_index";

    private static final String NODES =
            "select hash from himaye.log_node where node_index >= ? and node_index < ? and level = ? order by node_index";

    private static final String KNOWN = "select note, cosigned from himaye.log_checkpoint where size = ? for update";
    private static final String COSIGN = "update himaye.log_checkpoint set cosigned = ? where size = ?";

    /** Whose signatures count. */
    static final String KEYS = "witness.vkey";

    private static final int MOST_LEVELS = 7;

    @Resource(lookup = "jdbc/himaye-log-sealer")
    private DataSource database;

    @Inject
    private MachineRecord events;

    /** Whether a token is one of those that the operator gave away. */
    public boolean knows(String token) {
        byte[] hash = LogTree.sha256(token.getBytes(StandardCharsets.UTF_8));
        boolean known = false;
        for (String line : lines("witness.sha256")) {
            known |= MessageDigest.isEqual(
                    HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII),
                    line.getBytes(StandardCharsets.US_ASCII));
        }
        return known;
    }

    private static List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of(System.getProperty("himaye.keys", "keys"), name)).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new LogKeyAway(name + " cannot be read", e);
        }
    }

    /** The newest checkpoint with the cosignatures it has; empty before the first. */
    public Optional<String> checkpoint() {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(NEWEST);
                ResultSet row = find.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    /**
     * The first hashes of a tile.
     *
     * @return empty when the newest checkpoint is over fewer
     */
    public Optional<byte[]> tile(int level, long index, int width) {
        if (level < 0 || level > MOST_LEVELS || index < 0 || width < 1 || width > LogTree.TILE) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            long hashes = number(connection, SIGNED_SIZE) >> (8 * level);
            long from = index * LogTree.TILE;
            if (from + width > hashes) {
                return Optional.empty();
            }
            ByteArrayOutputStream tile = new ByteArrayOutputStream();
            try (PreparedStatement find = connection.prepareStatement(level == 0 ? LEAVES : NODES)) {
                find.setLong(1, from);
                find.setLong(2, from + width);
                if (level > 0) {
                    find.setInt(3, level);
                }
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) {
                        tile.writeBytes(rows.getBytes(1));
                    }
                }
            }
            return Optional.of(tile.toByteArray());
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql);
                ResultSet row = ask.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Keeps the signatures of known witnesses under a checkpoint of ours.
     *
     * @return whether there was one; what else was sent is recorded
     */
    public boolean cosigned(byte[] note) {
        try {
            Cosignatures given = Cosignatures.of(note, lines(KEYS));
            if (given != null && !given.lines().isEmpty() && keep(given)) {
                return true;
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
        events.failed(MachineRecord.Did.COSIGNED, AccessReason.NO_PROOF);
        return false;
    }

    private boolean keep(Cosignatures given) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement find = connection.prepareStatement(KNOWN);
                    PreparedStatement cosign = connection.prepareStatement(COSIGN)) {
                find.setLong(1, given.size());
                String together = null;
                try (ResultSet row = find.executeQuery()) {
                    if (row.next() && row.getString("note").startsWith(given.body() + "\n")) {
                        together = given.with(row.getString("cosigned"));
                    }
                }
                if (together != null) {
                    cosign.setString(1, together);
                    cosign.setLong(2, given.size());
                    cosign.executeUpdate();
                }
                connection.commit();
                return together != null;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
