package dev.galleria.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.galleria.platform.Secrets;
import dev.galleria.platform.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One small pool per role; its connections log in as that role and never change it. */
final class TenantPools {
    /** May log in and nothing else: what runs without a tenant runs as this and is refused by the database. */
    static final String NOBODY = "galleria_nobody";

    private static final long UNUSED_AFTER = TimeUnit.MINUTES.toMillis(10);
    private static final Map<String, Pool> POOLS = new ConcurrentHashMap<>();
    private static final ScheduledExecutorService KEEPER = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "tenant-pools");
        thread.setDaemon(true);
        return thread;
    });

    static {
        KEEPER.scheduleWithFixedDelay(TenantPools::closeUnused, 1, 1, TimeUnit.MINUTES);
    }

    private record Pool(HikariDataSource source, long[] usedAt) {}

    private TenantPools() {}

    static Connection connection(String role) throws SQLException {
        var pool = POOLS.computeIfAbsent(role, TenantPools::open);
        pool.usedAt()[0] = System.currentTimeMillis();
        return pool.source().getConnection();
    }

    /** The password of a role is never stored: it follows from the master secret. */
    static String password(String role) {
        return Secrets.derive("database-role", role);
    }

    static void close(String role) {
        var pool = POOLS.remove(role);
        if (pool != null) {
            pool.source().close();
        }
    }

    static void closeAll() {
        POOLS.keySet().forEach(TenantPools::close);
    }

    private static void closeUnused() {
        long limit = System.currentTimeMillis() - UNUSED_AFTER;
        POOLS.forEach((role, pool) -> {
            if (pool.usedAt()[0] < limit && pool.source().getHikariPoolMXBean().getActiveConnections() == 0) {
                close(role);
            }
        });
    }

    private static Pool open(String role) {
        if (role.equals(NOBODY)) {
            Provisioning.createNobody();
        }
        var config = new HikariConfig();
        config.setPoolName(role);
        // By name: a class loader of a deployment that has ended may have taken its driver off the list.
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(Settings.databaseUrl());
        config.setUsername(role);
        config.setPassword(password(role));
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(role.equals(NOBODY) ? 1 : 10);
        config.setIdleTimeout(30_000);
        config.setConnectionTimeout(3_500);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        config.setScheduledExecutor(KEEPER);
        config.addDataSourceProperty("ApplicationName", role);
        config.addDataSourceProperty("socketTimeout", "30");
        // Batches of inserts become one statement each: a row twice in an upsert's batch is an error then.
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new Pool(new HikariDataSource(config), new long[] {System.currentTimeMillis()});
    }
}
