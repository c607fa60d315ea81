package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.SupplyTerms.Mode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what can be ordered: one statement for any number of offers. */
final class SupplyReader {
    private final Handle sql;

    SupplyReader(Handle sql) {
        this.sql = sql;
    }

    private record Row(UUID offerId, int free, int more, @Nullable String mode, @Nullable LocalDate promisedOn) {}

    Map<OfferId, Supply> of(Collection<OfferId> offers) {
        Map<OfferId, Supply> supply = new LinkedHashMap<>();
        offers.forEach(offer -> supply.put(offer, Supply.NONE));
        sql.createQuery(
                        """
                        SELECT s.offer_id, s.free, CASE WHEN t.mode IS NULL THEN 0 ELSE s.more END AS more, t.mode, t.promised_on
                          FROM (SELECT i.offer_id,
                                       sum(CASE WHEN w.active THEN i.on_hand - i.reserved + coalesce(ended.units, 0) ELSE 0 END)::int AS free,
                                       sum(i.backorder_cap - i.backordered + coalesce(ended.promised, 0))::int AS more
                                  FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id LEFT JOIN LATERAL (
                                       SELECT sum(r.quantity) FILTER (WHERE NOT r.promised) AS units,
                                              sum(r.quantity) FILTER (WHERE r.promised) AS promised FROM reservation r
                                        WHERE r.item_id = i.id AND r.state = 'ACTIVE' AND r.expires_at <= clock_timestamp()) ended ON true
                                 WHERE i.offer_id = ANY(:offers) GROUP BY i.offer_id) s
                          LEFT JOIN supply_terms t ON t.offer_id = s.offer_id""")
                .bindArray(
                        "offers",
                        UUID.class,
                        offers.stream().map(OfferId::value).toList())
                .mapTo(Row.class)
                .forEach(row -> supply.put(new OfferId(row.offerId()), read(row)));
        return supply;
    }

    private static Supply read(Row row) {
        var on = row.promisedOn();
        return new Supply(
                row.free(),
                row.more(),
                row.mode() == null || on == null ? null : new SupplyTerms(Mode.valueOf(row.mode()), on));
    }
}
