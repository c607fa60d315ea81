package dev.galleria.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import org.junit.jupiter.api.Test;

/** Whoever is told that a transaction has committed can rely on it. */
class CommitIT extends InApplication {
    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @Inject
    Series series;

    @Resource
    UserTransaction transaction;

    @Test
    void aTransactionWhoseStatementFailedIsNeverSaidToHaveCommitted() {
        Ready.await();
        var name = "commit-" + Ids.next();
        tenancy.run(tenancy.findBySlug("atelier").orElseThrow(), () -> {
            try {
                transaction.begin();
                series.next(name);
                assertThatThrownBy(() -> database.call(sql -> sql.execute("SELECT 1/0")))
                        .hasMessageContaining("division by zero");
                assertThatThrownBy(transaction::commit).isInstanceOf(Exception.class);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            int written = database.call(sql -> sql.createQuery("SELECT count(*) FROM series WHERE name = :name")
                    .bind("name", name)
                    .mapTo(int.class)
                    .one());
            assertThat(written).isZero();
        });
    }
}
