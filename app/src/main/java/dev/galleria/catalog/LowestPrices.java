package dev.galleria.catalog;

import dev.galleria.platform.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What must be said beside the reduced offers of one product. */
final class LowestPrices {
    /** Of the offers that are reduced now. */
    private static final String HISTORY =
            """
            SELECT h.offer_id, h.since, h.price_minor, h.sale_minor, h.sale_from, h.sale_to, h.active, now() AS moment
              FROM offer_now o JOIN variant v ON v.id = o.variant_id JOIN price_history h ON h.offer_id = o.id
             WHERE v.product_id = :product AND o.active AND o.list_minor IS NOT NULL
             ORDER BY h.offer_id, h.since, h.recorded_at""";

    private final Map<UUID, List<PriceHistory.Terms>> terms = new HashMap<>();
    private Instant moment = Instant.MIN;

    private LowestPrices() {}

    static LowestPrices of(Handle sql, ProductId product) {
        var prices = new LowestPrices();
        sql.createQuery(HISTORY)
                .bind("product", product.value())
                .map((row, context) -> prices.add(row))
                .list();
        return prices;
    }

    @Nullable
    Money of(UUID offer, Currency currency) {
        var lowest = PriceHistory.of(terms.getOrDefault(offer, List.of())).lowestBefore(moment);
        return lowest.isPresent() ? new Money(lowest.getAsLong(), currency) : null;
    }

    private boolean add(ResultSet row) throws SQLException {
        moment = row.getTimestamp("moment").toInstant();
        long sale = row.getLong("sale_minor");
        var saleMinor = row.wasNull() ? null : Long.valueOf(sale);
        return terms.computeIfAbsent(row.getObject("offer_id", UUID.class), id -> new ArrayList<>())
                .add(new PriceHistory.Terms(
                        row.getTimestamp("since").toInstant(),
                        row.getLong("price_minor"),
                        saleMinor,
                        instant(row.getTimestamp("sale_from")),
                        instant(row.getTimestamp("sale_to")),
                        row.getBoolean("active")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
