package dev.galleria.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The database that a Galleria of this directory uses, as its owner. */
record RunningDatabase(String url, Credentials owner) {
    private static final int PATIENCE_SECONDS = 15;

    /** The one that the environment names, or the one that ops/run keeps in its state. */
    static RunningDatabase of(Installation installation) {
        if (installation.hasOwnDatabase()) {
            return new RunningDatabase(
                    installation.setting("GALLERIA_DB_URL", ""),
                    new Credentials(
                            installation.setting("GALLERIA_DB_USER", ""),
                            installation.setting("GALLERIA_DB_PASSWORD", "")));
        }
        var state = installation.state();
        if (!Files.exists(state.resolve("secrets")) || !Files.exists(state.resolve("ports"))) {
            throw new StartFailure("There is no Galleria in " + state
                    + "; start one with ops/run, or name its database by GALLERIA_DB_URL, _USER and _PASSWORD.");
        }
        var url = "jdbc:postgresql://127.0.0.1:" + port(state) + "/" + DatabaseSetup.DATABASE;
        return new RunningDatabase(
                url, new Credentials(DatabaseSetup.OWNER, Secrets.in(state).owner()));
    }

    Connection connect() throws SQLException {
        DriverManager.setLoginTimeout(PATIENCE_SECONDS);
        return DriverManager.getConnection(url, owner.user(), owner.password());
    }

    private static String port(Path state) {
        var saved = new Properties();
        try (var in = Files.newBufferedReader(state.resolve("ports"))) {
            saved.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return saved.getProperty("postgres", "0");
    }
}
