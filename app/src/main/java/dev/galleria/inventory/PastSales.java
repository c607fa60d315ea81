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
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO stock_movement (id, item_id, kind, quantity, ref_type, ref_id, actor, at)
                        SELECT p.id, s.id, :kind, :sign * p.quantity, :refType, p.ref, 'import', p.at
                          FROM unnest(:ids, :offers, :quantities, :refs, CAST(:times AS timestamptz[]))
                               AS p (id, offer, quantity, ref, at)
                          JOIN LATERAL (SELECT i.id FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id
                                         WHERE i.offer_id = p.offer ORDER BY w.priority, w.code LIMIT 1) s ON true
                        ON CONFLICT (kind, ref_type, ref_id, item_id) DO NOTHING""")
                .bind("kind", kind)
                .bind("sign", sign)
                .bind("refType", refType)
                .bindArray(
                        "ids",
                        UUID.class,
                        sales.stream().map(sale -> Ids.next()).toList())
                .bindArray(
                        "offers",
                        UUID.class,
                        sales.stream().map(sale -> sale.offer().value()).toList())
                .bindArray(
                        "quantities",
                        Integer.class,
                        sales.stream().map(PastSale::quantity).toList())
                .bindArray(
                        "refs",
                        String.class,
                        sales.stream()
                                .map(sale -> sale.order() + ":" + sale.lineNo())
                                .toList())
                .bindArray(
                        "times",
                        String.class,
                        sales.stream().map(sale -> sale.at().toString()).toList())
                .execute());
    }
}
