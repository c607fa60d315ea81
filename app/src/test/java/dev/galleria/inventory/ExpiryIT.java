package dev.galleria.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.OfferId;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.TenantFixture;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Holds whose time is over, with the job that closes them running. */
class ExpiryIT extends InApplication {
    @Inject
    Inventory inventory;

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @Test
    void showsExpiredStockAgainWithinThirtySeconds() {
        Ready.await();
        var tenant = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        var other = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        var offer = new OfferId(Ids.next());
        for (var one : List.of(tenant, other)) {
            tenancy.run(one, () -> {
                inventory.defineWarehouse("main", "Main", "DE", 1);
                inventory.receive(List.of(new Receipt(offer, "main", 3)), "first", "test");
                for (int i = 0; i < 3; i++) {
                    assertThat(inventory.reserve(new ReservationRef(Ids.next()), List.of(new Wanted(1, offer, 1))))
                            .isInstanceOf(Reservation.Held.class);
                }
                assertThat(inventory.available(List.of(offer))).containsEntry(offer, 0);
            });
        }

        tenancy.run(
                tenant,
                () -> database.call(
                        sql -> sql.execute("UPDATE reservation SET expires_at = now() - interval '1 second'")));

        tenancy.run(
                tenant, () -> assertThat(inventory.available(List.of(offer))).containsEntry(offer, 3));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> reserved(tenant) == 0);
        assertThat(number(tenant, "SELECT count(*) FROM reservation WHERE state = 'EXPIRED'"))
                .isEqualTo(3);
        assertThat(reserved(other)).isEqualTo(3);
    }

    private long reserved(Tenant tenant) {
        return number(tenant, "SELECT sum(reserved) FROM stock_item");
    }

    private long number(Tenant tenant, String query) {
        return tenancy.call(
                tenant,
                () -> database.call(
                        sql -> sql.createQuery(query).mapTo(long.class).one()));
    }
}
