package dev.galleria.cart;

import dev.galleria.platform.Database;
import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Deletes the copies of carts that nobody has changed for long. */
@ApplicationScoped
class ExpireCarts extends TenantTick {
    @Inject
    Database database;

    @Override
    public String name() {
        return "cart.expire";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    protected void runForTenant() {
        database.call(sql -> sql.execute("DELETE FROM cart WHERE expires_at < now()"));
    }
}
