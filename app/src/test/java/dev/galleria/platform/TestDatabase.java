package dev.galleria.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.galleria.launcher.PostgresServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A tenant's schema, migrated, in a real PostgreSQL that all tests of a run share. */
public final class TestDatabase implements AutoCloseable {
    private final HikariDataSource pool;

    private TestDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    private static final class Server {
        static final PostgresServer RUNNING = start();

        private static PostgresServer start() {
            var server = PostgresServer.start(Path.of("target/test-postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }

    /** A new, empty schema. */
    public static TestDatabase migrated() {
        var server = Server.RUNNING;
        var schema = "t_" + Ids.next().toString().replace('-', '_');
        var owner = server.owner();
        Flyway.configure()
                .dataSource(server.jdbcUrl(), owner.user(), owner.password())
                .locations("classpath:db/tenant")
                .schemas(schema)
                .defaultSchema(schema)
                .placeholders(Map.of("role", owner.user()))
                .load()
                .migrate();
        var config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl() + "?currentSchema=" + schema);
        config.setUsername(owner.user());
        config.setPassword(owner.password());
        config.setMaximumPoolSize(64);
        config.setMinimumIdle(0);
        return new TestDatabase(new HikariDataSource(config));
    }

    public Jdbi jdbi() {
        return Rows.over(pool);
    }

    /** The database as boundaries know it; inside {@code jdbi().inTransaction} it takes part in that transaction. */
    public Database database(Jdbi jdbi) {
        return new Database() {
            @Override
            public <T> T call(Function<Handle, T> work) {
                return jdbi.withHandle(work::apply);
            }
        };
    }

    @Override
    public void close() {
        pool.close();
    }
}
