package dev.galleria.demo;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferKey;
import dev.galleria.catalog.imports.CatalogImport;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills the warehouses. Catalog and stock in one transaction, so that inventory's events find the catalog informed and rebuild nothing twice. */
@ApplicationScoped
@Transactional
public class DemoStock {
    private static final String ACTOR = "demo";

    @Inject
    Inventory inventory;

    @Inject
    CatalogImport imports;

    void defineWarehouses(MarketplaceFiles files) {
        files.settings()
                .maps("warehouses")
                .forEach(warehouse -> inventory.defineWarehouse(
                        warehouse.text("code"),
                        warehouse.text("name"),
                        warehouse.text("country"),
                        warehouse.number("priority")));
    }

    /** Takes in what these rows of {@code offers.csv} have in stock. */
    void fill(MarketplaceFiles files, List<Row> rows, Map<OfferKey, OfferId> offers) {
        var warehouses = files.settings().maps("warehouses");
        var receipts = new ArrayList<Receipt>();
        for (var row : rows) {
            for (var warehouse : warehouses) {
                int units = row.number("stock_" + warehouse.text("code"));
                if (units > 0) {
                    receipts.add(new Receipt(offers.get(row.offer()), warehouse.text("code"), units));
                }
            }
        }
        inventory.receive(receipts, "demo-stock", ACTOR);
        var flags = new HashMap<OfferId, Boolean>();
        var filled = rows.stream().map(row -> offers.get(row.offer())).toList();
        inventory.available(filled).forEach((offer, units) -> flags.put(offer, units > 0));
        imports.stock(flags);
    }
}
