package dev.galleria.catalog.imports;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.SummaryRebuild;
import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import dev.galleria.seller.Seller;
import dev.galleria.seller.Sellers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes a catalog in, in this order: categories, brands, attributes, products, offers, and at last {@link #finish}. What has
 * the same slug, code or SKU is replaced, what is not in the import stays: every step may be repeated. What refers to
 * something unknown is a Problem (INVALID) and nothing of that step is kept.
 */
@ApplicationScoped
@Transactional
public class CatalogImport {
    @Inject
    Database database;

    @Inject
    Sellers sellers;

    @Inject
    SummaryRebuild summaries;

    /** Parents stand before their children. */
    public void categories(List<ImportedCategory> categories) {
        database.call(sql -> {
            new CategoryRows(sql).write(categories);
            return null;
        });
    }

    public void brands(List<ImportedBrand> brands) {
        database.call(sql -> {
            new CategoryRows(sql).writeBrands(brands);
            return null;
        });
    }

    public void attributes(List<ImportedAttribute> attributes) {
        database.call(sql -> {
            new CategoryRows(sql).writeAttributes(attributes);
            return null;
        });
    }

    /** Products are published at once, when their time has come and somebody offers them. */
    public void products(List<ImportedProduct> products) {
        database.call(sql -> {
            new ProductRows(sql).write(products);
            return null;
        });
    }

    /** The sellers are registered and the variants imported. */
    public void offers(List<ImportedOffer> offers) {
        var ids = sellers.list().stream()
                .collect(Collectors.toMap(Seller::slug, seller -> seller.id().value()));
        offers.stream()
                .filter(offer -> !ids.containsKey(offer.key().seller()))
                .findFirst()
                .ifPresent(offer -> {
                    throw Problem.invalid("catalog/unknown-seller", offer.key());
                });
        database.call(sql -> {
            new ProductRows(sql).writeOffers(offers, ids);
            return null;
        });
    }

    /** Whether offers can be delivered, as inventory says. */
    public void stock(Map<OfferId, Boolean> inStock) {
        database.call(sql -> {
            new ProductRows(sql).writeStock(inStock);
            return null;
        });
    }

    /** Makes what was imported visible. */
    public void finish() {
        summaries.rebuildAll();
    }
}
