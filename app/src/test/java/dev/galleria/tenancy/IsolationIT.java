package dev.galleria.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Series;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Twenty tenants at once, and nobody ever sees or touches another's rows. */
class IsolationIT extends InApplication {
    private static final int TENANTS = 20;
    private static final int THREADS = 8;
    private static final int ROUNDS = 10;

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @Inject
    Series series;

    @Resource
    ManagedExecutorService executor;

    @Resource
    UserTransaction transaction;

    @Test
    void keepsTwentyBusyTenantsApart() throws Exception {
        Ready.await();
        var tenants = new ArrayList<Tenant>();
        for (int i = 0; i < TENANTS; i++) {
            tenants.add(TenantFixture.create(tenancy, TenantFixture.freshSlug()));
        }
        var work = new ArrayList<Future<Integer>>();
        for (int thread = 0; thread < THREADS; thread++) {
            for (var tenant : tenants) {
                work.add(executor.submit(() -> tenancy.call(tenant, () -> crossings(tenant))));
            }
        }
        int crossings = 0;
        for (var one : work) {
            crossings += one.get();
        }
        assertThat(crossings).isZero();
        for (var tenant : tenants) {
            long last = tenancy.call(
                    tenant,
                    () -> database.call(sql -> sql.createQuery("SELECT value FROM series WHERE name = 'isolation'")
                            .mapTo(long.class)
                            .one()));
            assertThat(last).as("numbers given to " + tenant.slug()).isEqualTo(1000 + THREADS * ROUNDS);
        }
    }

    @Test
    void refusesEveryStatementOnAnotherTenantsSchema() {
        Ready.await();
        var one = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        var other = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        for (var statement : List.of(
                "SELECT count(*) FROM %s.account",
                "INSERT INTO %s.series (name, value) VALUES ('x', 1)",
                "UPDATE %s.series SET value = 0",
                "DELETE FROM %s.outbox",
                "DROP TABLE %s.account CASCADE",
                "CREATE TABLE %s.mine (id int)",
                "TRUNCATE %s.account")) {
            assertRefused(one, statement.formatted(other.schema()));
        }
        assertRefused(one, "SET ROLE " + other.role());
        assertRefused(one, "SET SESSION AUTHORIZATION " + other.role());
        assertRefused(one, "SELECT count(*) FROM platform.tenant");
        assertRefused(one, "CREATE TABLE mine (id int)");
        assertRefused(one, "DELETE FROM stock_movement");
        assertRefused(one, "UPDATE order_event SET actor = 'nobody'");
    }

    @Test
    void refusesEverythingWithoutATenant() {
        Ready.await();
        assertThatThrownBy(() -> series.next("isolation")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> tenancy.current()).isInstanceOf(NoTenant.class);
        assertThatThrownBy(() -> database.call(sql -> sql.createQuery("SELECT count(*) FROM outbox")
                        .mapTo(long.class)
                        .one()))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> database.call(sql -> sql.execute("CREATE TABLE public.mine (id int)")))
                .hasMessageContaining("permission denied");
    }

    private int crossings(Tenant tenant) throws Exception {
        int wrong = 0;
        for (int round = 0; round < ROUNDS; round++) {
            transaction.begin();
            try {
                series.next("isolation");
                database.call(sql -> sql.execute(
                        "INSERT INTO handled_event (handler, event_id) VALUES (?, ?)", tenant.slug(), Ids.next()));
                transaction.commit();
            } catch (RuntimeException e) {
                transaction.rollback();
                throw e;
            }
            wrong += database.call(sql -> sql.createQuery(
                            "SELECT count(*) FROM handled_event WHERE handler LIKE 'it-%' AND handler <> :slug")
                    .bind("slug", tenant.slug())
                    .mapTo(int.class)
                    .one());
            wrong += database.call(sql -> sql.createQuery("SELECT session_user")
                                    .mapTo(String.class)
                                    .one())
                            .equals(tenant.role())
                    ? 0
                    : 1;
        }
        return wrong;
    }

    private void assertRefused(Tenant tenant, String statement) {
        assertThatThrownBy(() -> tenancy.run(tenant, () -> database.call(sql -> sql.execute(statement))))
                .as(statement)
                .hasStackTraceContaining("ERROR: ")
                .satisfies(e -> assertThat(rootMessage(e)).containsAnyOf("permission denied", "must be owner"));
    }

    private static String rootMessage(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
