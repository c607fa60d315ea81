package dev.galleria.catalog;

import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds what once had an address. */
@ApplicationScoped
class SlugStore {
    private static final String PRODUCT =
            """
            SELECT p.slug, p.state = 'DELETED' AS gone, p.state = 'ACTIVE' AND p.published_at <= now() AS shown
              FROM product p
             WHERE p.slug = :slug OR p.id = (SELECT h.product_id FROM product_slug h WHERE h.slug = :slug)
             ORDER BY p.slug = :slug DESC LIMIT 1""";

    private static final String CATEGORY =
            "SELECT c.slug, false AS gone, true AS shown FROM category c JOIN category_slug h ON h.category_id = c.id WHERE h.slug = :slug";

    @Inject
    Database database;

    private record Found(String slug, boolean gone, boolean shown) {}

    Whereabouts product(String slug) {
        return find(PRODUCT, slug);
    }

    Whereabouts category(String slug) {
        return find(CATEGORY, slug);
    }

    /** A product's slug whatever its state; one that is deleted is a Problem (GONE). */
    Optional<String> of(ProductId product) {
        return database.call(sql -> sql.createQuery(
                        "SELECT slug, state = 'DELETED' AS gone, true AS shown FROM product WHERE id = :id")
                .bind("id", product.value())
                .mapTo(Found.class)
                .findOne()
                .map(found -> {
                    if (found.gone()) {
                        throw new Problem(Problem.Kind.GONE, "catalog/product-gone", product);
                    }
                    return found.slug();
                }));
    }

    private Whereabouts find(String query, String slug) {
        return database.call(sql -> sql.createQuery(query)
                        .bind("slug", slug)
                        .mapTo(Found.class)
                        .findOne())
                .map(found -> found.gone()
                        ? new Whereabouts.Gone()
                        : found.shown() && !found.slug().equals(slug)
                                ? new Whereabouts.Moved(found.slug())
                                : (Whereabouts) new Whereabouts.Unknown())
                .orElseGet(Whereabouts.Unknown::new);
    }
}
