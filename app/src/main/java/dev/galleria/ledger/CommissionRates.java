package dev.galleria.ledger;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the marketplace keeps of sellers' sales, in basis points. A change holds for orders from then on. */
@ApplicationScoped
class CommissionRates {
    @Inject
    Database database;

    /** The newest rate of a seller, or of all that have none of their own. */
    record Rate(@Nullable UUID sellerId, int basisPoints) {}

    /** The rate of each of those sellers now. */
    Map<SellerId, Integer> current(Collection<SellerId> sellers) {
        var known = database.call(sql -> sql.createQuery(
                        """
                        SELECT DISTINCT ON (seller_id) seller_id, basis_points FROM commission_rate
                         WHERE seller_id IS NULL OR seller_id = ANY(:sellers) ORDER BY seller_id, valid_from DESC, id DESC""")
                .bindArray(
                        "sellers",
                        UUID.class,
                        sellers.stream().map(SellerId::value).toList())
                .mapTo(Rate.class)
                .list());
        var general = known.stream()
                .filter(rate -> rate.sellerId() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A tenant's books begin with a rate"));
        var rates = new HashMap<SellerId, Integer>();
        for (var seller : sellers) {
            rates.put(
                    seller,
                    known.stream()
                            .filter(rate -> seller.value().equals(rate.sellerId()))
                            .findFirst()
                            .orElse(general)
                            .basisPoints());
        }
        return rates;
    }

    /** All that hold now, the general one first. */
    List<Rate> list() {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT DISTINCT ON (seller_id) seller_id, basis_points FROM commission_rate
                         ORDER BY seller_id NULLS FIRST, valid_from DESC, id DESC""")
                .mapTo(Rate.class)
                .list());
    }

    void set(@Nullable UUID seller, int basisPoints, String actor) {
        database.call(sql -> sql.createUpdate(
                        "INSERT INTO commission_rate (id, seller_id, basis_points, actor) VALUES (:id, :seller, :points, :actor)")
                .bind("id", Ids.next())
                .bindByType("seller", seller, UUID.class)
                .bind("points", basisPoints)
                .bind("actor", actor)
                .execute());
    }
}
