package dev.galleria.catalog.editing;

import dev.galleria.platform.Database;
import dev.galleria.platform.Outbox;
import dev.galleria.tenancy.Tenancy;
import java.time.Clock;

/** Bulk editing without a container. */
public final class BulkFixture {
    private BulkFixture() {}

    public static Bulk of(Database database, Outbox outbox, Tenancy tenancy, Clock clock) {
        var bulk = new Bulk();
        bulk.database = database;
        bulk.outbox = outbox;
        bulk.tenancy = tenancy;
        bulk.clock = clock;
        return bulk;
    }
}
