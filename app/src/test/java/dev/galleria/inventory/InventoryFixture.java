package dev.galleria.inventory;

import dev.galleria.platform.Database;
import dev.galleria.platform.Outbox;
import java.time.Clock;

/** Inventory without a container. */
public final class InventoryFixture {
    private InventoryFixture() {}

    public static Inventory of(Database database, Outbox outbox, Clock clock) {
        var inventory = new Inventory();
        inventory.database = database;
        inventory.outbox = outbox;
        inventory.clock = clock;
        return inventory;
    }
}
