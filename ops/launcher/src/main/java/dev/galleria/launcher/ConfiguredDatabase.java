package dev.galleria.launcher;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A PostgreSQL that the operator provides through GALLERIA_DB_URL, _USER and _PASSWORD. */
final class ConfiguredDatabase {
    private ConfiguredDatabase() {}

    /** Logs in once, so that a wrong setting is told at once and plainly. */
    static void check(Installation installation) {
        String url = installation.setting("GALLERIA_DB_URL", "");
        for (String name : new String[] {"GALLERIA_DB_USER", "GALLERIA_DB_PASSWORD"}) {
            if (!installation.isSet(name)) {
                throw new StartFailure("GALLERIA_DB_URL is set, but " + name + " is not.");
            }
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartFailure("GALLERIA_DB_URL must look like jdbc:postgresql://host:5432/galleria.");
        }
        String user = installation.setting("GALLERIA_DB_USER", "");
        DriverManager.setLoginTimeout(15);
        try (var connection = DriverManager.getConnection(url, user, installation.setting("GALLERIA_DB_PASSWORD", ""));
                var statement = connection.createStatement();
                var role = statement.executeQuery(
                        "SELECT rolcreaterole, rolsuper FROM pg_roles WHERE rolname = current_user")) {
            if (!role.next() || !role.getBoolean(1) || role.getBoolean(2)) {
                throw new StartFailure("The database user " + user
                        + " needs CREATEROLE and must not be a superuser: ALTER ROLE " + user
                        + " CREATEROLE NOSUPERUSER");
            }
        } catch (SQLException e) {
            throw new StartFailure("Cannot use the database of GALLERIA_DB_URL: " + e.getMessage(), e);
        }
    }
}
