package org.himaye.migrations;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings a database to the state of this source. Needs the roles of {@code db/bootstrap/roles.sql}. */
public final class Migrations {

    private static final String CHANGELOG = "db/changelog/master.yaml";

    /** Liquibase's own tables stay out of the application's schema, where the application's roles have no right at all. */
    private static final String TRACKING_SCHEMA = "public";

    // Held strongly, else the level set on it is forgotten with the next garbage collection.
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private final String url;
    private final String user;
    private final String password;

    public Migrations(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Paths of all files of the changelog that this source has, as {@code databasechangelog} names them. */
    public static Set<String> files() {
        try {
            return new ClassLoaderResourceAccessor(Migrations.class.getClassLoader())
                    .search("db/changelog", true).stream()
                            .map(Resource::getPath)
                            .filter(path -> path.endsWith(".sql"))
                            .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(Installation installation) throws MigrationException {
        run(installation, new ClassLoaderResourceAccessor(Migrations.class.getClassLoader()));
    }

    /** Brings an empty database to the state that an earlier release left behind, so that its upgrade can be tried. */
    public void run(Installation installation, Release release) throws MigrationException {
        run(installation, new FilesOfRelease(release));
    }

    private void run(Installation installation, ResourceAccessor resources) throws MigrationException {
        LIQUIBASE.setLevel(Level.WARNING);
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            var quiet = Map.<String, Object>of(
                    Scope.Attr.resourceAccessor.name(), resources, Scope.Attr.ui.name(), new LoggerUIService());
            Scope.child(quiet, () -> update(connection, installation));
        } catch (Exception e) {
            throw new MigrationException(e);
        }
    }

    private static void update(Connection connection, Installation installation) throws LiquibaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        database.setLiquibaseSchemaName(TRACKING_SCHEMA);
        var parameters = new ChangeLogParameters(database);
        parameters.set("installation.kind", installation.word());
        new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, CHANGELOG)
                .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, parameters)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                // Without a context every changeset runs, those of the demo too.
                .addArgumentValue(UpdateCommandStep.CONTEXTS_ARG, installation.word())
                .execute();
    }

    /** What this database was made for, or empty before the first migration. */
    public Optional<Installation> installation() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var known = statement.executeQuery("select to_regclass('himaye.installation') is not null")) {
            known.next();
            if (!known.getBoolean(1)) {
                return Optional.empty();
            }
            try (var kind = statement.executeQuery("select kind from himaye.installation")) {
                return kind.next()
                        ? Optional.of(Installation.valueOf(kind.getString(1).toUpperCase(Locale.ROOT)))
                        : Optional.empty();
            }
        }
    }
}
