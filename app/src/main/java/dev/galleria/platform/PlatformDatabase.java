package dev.galleria.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** SQL in the schema {@code platform}, as the owner of the database; each call is a transaction of its own. */
@ApplicationScoped
public class PlatformDatabase {
    private HikariDataSource pool;
    private Jdbi jdbi;

    @PostConstruct
    void open() {
        var config = new HikariConfig();
        config.setPoolName("platform");
        // By name: a class loader of a deployment that has ended may have taken its driver off the list.
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(Settings.databaseUrl());
        config.setUsername(Settings.databaseUser());
        config.setPassword(Settings.databasePassword());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        // Shoppers are told within five seconds that the database is away.
        config.setConnectionTimeout(3_500);
        config.setValidationTimeout(1_000);
        config.setConnectionInitSql("SET search_path = platform");
        pool = new HikariDataSource(config);
        jdbi = Rows.over(pool);
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    /** One transaction: committed when the work returns, rolled back when it throws. */
    public <T> T call(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /** Whether the database answers a plain question now. */
    public boolean answers() {
        try {
            return call(sql -> sql.createQuery("SELECT 1").mapTo(int.class).one()) == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** For libraries that bring their own SQL (migrations, jobs). */
    public DataSource source() {
        return pool;
    }
}
