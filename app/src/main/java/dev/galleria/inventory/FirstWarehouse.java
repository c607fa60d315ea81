package dev.galleria.inventory;

import dev.galleria.tenancy.Founding;
import dev.galleria.tenancy.TenantDefaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives a new marketplace a place to keep its goods. */
@ApplicationScoped
class FirstWarehouse implements TenantDefaults {
    @Inject
    Inventory inventory;

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String step() {
        return "warehouse";
    }

    @Override
    public void apply(Founding founding) {
        inventory.defineWarehouse("main", "Main warehouse", founding.tenant().country(), 1);
    }
}
