package dev.galleria.tenancy;

import dev.galleria.platform.PlatformDatabase;
import dev.galleria.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes a tenant's role and schema and brings the schema up to date. Every step may be repeated. */
@ApplicationScoped
class Provisioning {
    @Inject
    PlatformDatabase database;

    /**
     * The role that everything without a tenant runs as. Made before anything is injected: the persistence unit logs in
     * as it while the application is being deployed.
     */
    static void createNobody() {
        var source = new PGSimpleDataSource();
        source.setUrl(Settings.databaseUrl());
        source.setUser(Settings.databaseUser());
        source.setPassword(Settings.databasePassword());
        Jdbi.create(source).useTransaction(sql -> {
            // Nodes that start together take turns.
            sql.execute("SELECT pg_advisory_xact_lock(hashtext('" + TenantPools.NOBODY + "'))");
            createRole(sql, TenantPools.NOBODY);
            sql.execute("ALTER ROLE " + quoted(TenantPools.NOBODY) + " SET search_path = pg_catalog");
        });
    }

    /** All or nothing: one transaction for role, schema and rights. */
    void createSchema(Tenant tenant) {
        database.call(sql -> {
            createRole(sql, tenant.role());
            var role = quoted(tenant.role());
            var schema = quoted(tenant.schema());
            sql.execute("ALTER ROLE " + role + " SET search_path = " + schema);
            // The owner is the platform: a tenant's login reads and writes rows and never changes definitions.
            sql.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            sql.execute("GRANT USAGE ON SCHEMA " + schema + " TO " + role);
            sql.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA " + schema
                    + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + role);
            return null;
        });
    }

    /** Brings the schema to the newest version and returns it. Stops at the first failure with nothing half-applied. */
    String migrate(Tenant tenant) {
        var flyway = flyway(tenant.schema(), "db/tenant")
                .placeholders(Map.of("role", quoted(tenant.role())))
                .group(true)
                .load();
        flyway.migrate();
        return flyway.info().current().getVersion().getVersion();
    }

    void migratePlatform() {
        var flyway = flyway("platform", "db/platform").createSchemas(true).load();
        flyway.migrate();
    }

    /** The version that the scripts lead to. */
    String newestVersion(Tenant tenant) {
        var all = flyway(tenant.schema(), "db/tenant")
                .placeholders(Map.of("role", quoted(tenant.role())))
                .load()
                .info()
                .all();
        return all[all.length - 1].getVersion().getVersion();
    }

    private org.flywaydb.core.api.configuration.FluentConfiguration flyway(String schema, String location) {
        return Flyway.configure(Provisioning.class.getClassLoader())
                .dataSource(Settings.databaseUrl(), Settings.databaseUser(), Settings.databasePassword())
                .locations("classpath:" + location)
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(false)
                .table("schema_history")
                .loggers("slf4j")
                .validateMigrationNaming(true);
    }

    private static void createRole(Handle sql, String role) {
        var password = TenantPools.password(role);
        boolean exists = sql.createQuery("SELECT count(*) > 0 FROM pg_catalog.pg_roles WHERE rolname = :role")
                .bind("role", role)
                .mapTo(boolean.class)
                .one();
        // A role that exists keeps its attributes: only a superuser may name them again.
        var attributes = exists ? "" : " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";
        sql.execute(
                (exists ? "ALTER ROLE " : "CREATE ROLE ") + quoted(role) + attributes + " PASSWORD '" + password + "'");
        var name =
                sql.createQuery("SELECT current_database()").mapTo(String.class).one();
        sql.execute("GRANT CONNECT ON DATABASE " + quoted(name) + " TO " + quoted(role));
    }

    /** Names are generated; quoting is the second fence. */
    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
