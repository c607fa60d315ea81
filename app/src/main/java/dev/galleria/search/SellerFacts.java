package dev.galleria.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galleria.platform.Database;
import dev.galleria.seller.Seller;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What documents say of sellers, kept where the view of documents can read it. */
@ApplicationScoped
class SellerFacts {
    private static final Duration KEPT = Duration.ofSeconds(30);

    @Inject
    Sellers sellers;

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    private final Cache<TenantId, List<Seller>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(1_000).build();

    /** The active sellers, as they were at most half a minute ago. */
    List<Seller> all() {
        return known.get(tenancy.current().id(), id -> active());
    }

    /** Writes down what has changed, at once: documents are read outside the current transaction. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void keep() {
        var active = active();
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO search_seller (seller_id, name, rating)
                        SELECT * FROM unnest(:ids, :names, :ratings)
                            ON CONFLICT (seller_id) DO UPDATE SET name = excluded.name, rating = excluded.rating
                         WHERE (search_seller.name, search_seller.rating) IS DISTINCT FROM (excluded.name, excluded.rating)""")
                .bindArray(
                        "ids",
                        UUID.class,
                        active.stream().map(seller -> seller.id().value()).toList())
                .bindArray(
                        "names", String.class, active.stream().map(Seller::name).toList())
                .bindArray(
                        "ratings",
                        Integer.class,
                        active.stream().map(Seller::ratingHundredths).toList())
                .execute());
    }

    private List<Seller> active() {
        return sellers.list().stream().filter(Seller::active).toList();
    }
}
