package org.himaye.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.himaye.accesslog.LogExport;

/**
 * Exports the access log for whoever checks it, while people work: docs/log-format.md. That it was exported is in the log before a row
 * is read; the folder bears its name when it is whole.
 */
public final class LogFolder {

    private static final String ACT = "keeping.export";

    private final Path var;
    private final Path target;

    /**
     * @param var the installation's folder of state, in which an export has no place
     * @param target folder to be made
     */
    public LogFolder(Path var, Path target) {
        this.var = var;
        this.target = target.toAbsolutePath().normalize();
    }

    /** @throws KeepingProblem when it cannot be made; nothing is left of it then */
    public LogExport.Done make(Connection himaye) throws SQLException {
        if (Files.exists(target)) {
            throw new KeepingProblem(target + " is there already: choose another name");
        }
        if (target.startsWith(var)) {
            throw new KeepingProblem(target + " lies inside of " + var + ": choose another place");
        }
        AccessRecord.write(himaye, ACT, "ALLOWED", null);
        Path half = target.resolveSibling(target.getFileName() + ".half");
        try {
            Files.createDirectory(
                    half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw failed(himaye, half + " cannot be made", e);
        }
        try {
            Snapshot.begin(himaye);
            LogExport.Done done = new LogExport(himaye, half).write();
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            himaye.rollback();
            return done;
        } catch (IOException | SQLException | RuntimeException e) {
            forget(half, e);
            himaye.rollback();
            throw failed(himaye, "The log was not exported: " + e.getMessage(), e);
        }
    }

    private static KeepingProblem failed(Connection himaye, String problem, Exception cause) throws SQLException {
        AccessRecord.write(himaye, ACT, "FAILED", "NOT_WRITTEN");
        return new KeepingProblem(problem, cause);
    }

    private static void forget(Path half, Exception failure) {
        try (Stream<Path> all = Files.walk(half)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
