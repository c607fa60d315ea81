package dev.galleria.inventory;

import dev.galleria.catalog.Catalog;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows on the catalog's pages what came into stock or ran out. */
@ApplicationScoped
class TellCatalog implements EventHandler<InventoryChanged> {
    @Inject
    Inventory inventory;

    @Inject
    Catalog catalog;

    @Override
    public Class<InventoryChanged> type() {
        return InventoryChanged.class;
    }

    @Override
    public void handle(InventoryChanged event) {
        catalog.stockChanged(inventory.inStock(event.offers()));
    }
}
