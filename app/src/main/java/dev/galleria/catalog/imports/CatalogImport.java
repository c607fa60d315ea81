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

    /**
     * Makes what was imported visible. A product that only one seller offers was brought by that seller; an imported price is
     * taken to have applied since the product was published.
     */
    public void finish() {
        database.call(sql -> {
            // Tables that were just filled have no statistics yet: a loop inside a loop would never end.
            sql.execute("SET LOCAL enable_nestloop = off");
            sql.execute(
                    """
                    UPDATE product p SET owner_seller_id = o.sellers[1]
                      FROM (SELECT v.product_id, array_agg(DISTINCT o.seller_id) AS sellers
                              FROM variant v JOIN offer o ON o.variant_id = v.id GROUP BY v.product_id) o
                     WHERE o.product_id = p.id AND p.owner_seller_id IS NULL AND cardinality(o.sellers) = 1""");
            sql.execute(
                    """
                    INSERT INTO price_history (offer_id, since, price_minor, sale_minor, sale_from, sale_to, active)
                    SELECT o.id, p.published_at, o.price_minor, o.sale_minor, o.sale_from, o.sale_to, o.active
                      FROM offer o JOIN variant v ON v.id = o.variant_id JOIN product p ON p.id = v.product_id
                      JOIN (SELECT offer_id, min(since) AS since FROM price_history
                             GROUP BY offer_id HAVING count(*) = 1) h ON h.offer_id = o.id
                     WHERE p.published_at < now() AND h.since > p.published_at""");
            return sql.execute("SET LOCAL enable_nestloop = on");
        });
        summaries.rebuildAll();
    }
}
