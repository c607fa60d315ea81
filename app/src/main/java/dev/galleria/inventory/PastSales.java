package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sales of the time before a marketplace came here: written into the stock ledger without touching today's stock. */
@ApplicationScoped
@Transactional
public class PastSales {
    /** So many units (at least 1) of an offer that went to a line of an order. */
    public record PastSale(UUID order, int lineNo, OfferId offer, int quantity, Instant at) {}

    @Inject
    Database database;

    /**
     * Books each sale together with the receipt that it must have come from, in the offer's first warehouse, so that the
     * ledger tells of every order and what is on hand stays as it is. Each line once. An offer without stock rows gets one.
     */
    public void record(List<PastSale> sales) {
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO stock_item (id, offer_id, warehouse_id)
                        SELECT gen_random_uuid(), o.offer, w.id
                          FROM (SELECT DISTINCT unnest(:offers) AS offer) o
                         CROSS JOIN (SELECT id FROM warehouse ORDER BY priority, code LIMIT 1) w
                         WHERE NOT EXISTS (SELECT 1 FROM stock_item s WHERE s.offer_id = o.offer)
                        ON CONFLICT (offer_id, warehouse_id) DO NOTHING""")
                .bindArray(
                        "offers",
                        UUID.class,
                        sales.stream().map(sale -> sale.offer().value()).toList())
                .execute());
        book("RECEIPT", "PAST", 1, sales);
        book("SALE", "LINE", -1, sales);
    }

    private void book(String kind, String refType, int sign, List<PastSale> sales) {
        database.call(sql -> {
            var batch = sql.prepareBatch(
                    """
                    INSERT INTO stock_movement (id, item_id, kind, quantity, ref_type, ref_id, actor, at)
                    SELECT :id, s.id, :kind, :quantity, :refType, :ref, 'import', :at
                      FROM stock_item s JOIN warehouse w ON w.id = s.warehouse_id
                     WHERE s.offer_id = :offer ORDER BY w.priority, w.code LIMIT 1
                    ON CONFLICT (kind, ref_type, ref_id, item_id) DO NOTHING""");
            for (var sale : sales) {
                batch.bind("id", Ids.next())
                        .bind("kind", kind)
                        .bind("quantity", sign * sale.quantity())
                        .bind("refType", refType)
                        .bind("ref", sale.order() + ":" + sale.lineNo())
                        .bind("at", sale.at())
                        .bind("offer", sale.offer().value())
                        .add();
            }
            return batch.execute();
        });
    }
}
