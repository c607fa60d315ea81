package dev.galleria.demo;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferKey;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Fills the warehouses. In one transaction, so that inventory's events find the catalog informed and rebuild nothing twice. */
@ApplicationScoped
@Transactional
public class DemoStock {
    private static final String ACTOR = "demo";

    @Inject
    Inventory inventory;

    @Inject
    Catalog catalog;

    void fill(MarketplaceFiles files, Map<OfferKey, OfferId> offers) {
        var warehouses = files.settings().maps("warehouses");
        warehouses.forEach(warehouse -> inventory.defineWarehouse(
                warehouse.text("code"),
                warehouse.text("name"),
                warehouse.text("country"),
                warehouse.number("priority")));
        var receipts = new ArrayList<Receipt>();
        for (var row : files.rows("offers")) {
            for (var warehouse : warehouses) {
                int units = row.number("stock_" + warehouse.text("code"));
                if (units > 0) {
                    receipts.add(new Receipt(offers.get(row.offer()), warehouse.text("code"), units));
                }
            }
        }
        inventory.receive(receipts, "demo-stock", ACTOR);
        var flags = new HashMap<OfferId, Boolean>();
        inventory.available(offers.values()).forEach((offer, units) -> flags.put(offer, units > 0));
        catalog.stockChanged(flags);
    }
}
