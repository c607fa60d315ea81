package dev.galleria.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.galleria.launcher.PostgresServer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    /** Migrated once: what the tests get are copies, which takes a tenth of the time. */
    private static final class Server {
        static final String SCHEMA = "t_shop";
        static final PostgresServer RUNNING = start();

        private static PostgresServer start() {
            var fork = System.getProperty("galleria.test.fork", "1");
            var server = PostgresServer.start(Path.of("target/test-postgres-" + fork));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            var owner = server.owner();
            Flyway.configure()
                    .dataSource(server.jdbcUrl(), owner.user(), owner.password())
                    .locations("classpath:db/tenant")
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .placeholders(Map.of("role", owner.user()))
                    .load()
                    .migrate();
            return server;
        }

        static String copy() {
            var name = "test_" + Ids.next().toString().replace('-', '_');
            var admin = RUNNING.superuser();
            var creation = "CREATE DATABASE %s TEMPLATE galleria OWNER %s"
                    .formatted(name, RUNNING.owner().user());
            try (var connection =
                            DriverManager.getConnection(RUNNING.jdbcUrl("postgres"), admin.user(), admin.password());
                    var statement = connection.createStatement()) {
                statement.execute(creation);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return name;
        }
    }

    /** A new, empty schema in a database of its own. */
    public static TestDatabase migrated() {
        var server = Server.RUNNING;
        var owner = server.owner();
        var config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl(Server.copy()) + "?currentSchema=" + Server.SCHEMA);
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
