package dev.galleria.inventory;

import dev.galleria.catalog.OfferBook;
import dev.galleria.catalog.OfferBookFixture;
import dev.galleria.platform.Database;
import dev.galleria.platform.DomainEvent;
import dev.galleria.platform.Outbox;
import java.time.Clock;
import java.util.List;

/** Everything about stock without a container; what is published is kept. */
public final class SupplyFixture {
    public final Inventory inventory;
    public final Warehouses warehouses = new Warehouses();
    public final Backorders backorders = new Backorders();
    public final OfferBook offers;
    public final Outbox outbox;

    public SupplyFixture(Database database, List<DomainEvent> published) {
        outbox = new Outbox() {
            @Override
            public void publish(DomainEvent event) {
                published.add(event);
            }
        };
        inventory = InventoryFixture.of(database, outbox, Clock.systemUTC());
        offers = OfferBookFixture.of(database);
        warehouses.database = database;
        warehouses.inventory = inventory;
        backorders.database = database;
        backorders.inventory = inventory;
    }
}
