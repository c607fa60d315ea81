package dev.galleria.inventory.supply;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.supply.Replenishment.Demand;
import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known of offers' stock over all warehouses: there, promised, on its way, sold. */
@ApplicationScoped
@Transactional
public class StockReport {
    @Inject
    Database database;

    /** One offer's figures. */
    public record Figures(
            OfferId offer,
            int onHand,
            int reserved,
            int backordered,
            int ordered,
            int inTransit,
            int sold,
            int safety) {
        /** The same as the formula of replenishment wants it. */
        public Demand demand(int days, int leadDays) {
            return new Demand(sold, days, leadDays, safety, onHand, reserved + backordered, ordered + inTransit);
        }
    }

    /** The figures of these offers; sold counts the last so many days. */
    public List<Figures> of(Collection<OfferId> offers, int days) {
        var order = new LinkedHashMap<UUID, Figures>();
        offers.forEach(offer -> order.put(offer.value(), new Figures(offer, 0, 0, 0, 0, 0, 0, 0)));
        database.call(sql -> sql.createQuery(
                                """
                        SELECT o.id,
                               coalesce(s.on_hand, 0)::int AS on_hand, coalesce(s.reserved, 0)::int AS reserved,
                               coalesce(s.backordered, 0)::int AS backordered,
                               (SELECT coalesce(sum(l.quantity - l.received), 0) FROM purchase_order_line l
                                  JOIN purchase_order p ON p.id = l.purchase_order_id AND p.state = 'ORDERED'
                                 WHERE l.offer_id = o.id AND l.received < l.quantity)::int AS ordered,
                               (SELECT coalesce(sum(l.quantity - l.received - l.lost), 0) FROM stock_transfer_line l
                                 WHERE l.offer_id = o.id AND l.received + l.lost < l.quantity)::int AS in_transit,
                               (SELECT coalesce(-sum(m.quantity), 0) FROM stock_item i JOIN stock_movement m ON m.item_id = i.id
                                 WHERE i.offer_id = o.id AND m.kind = 'SALE' AND m.at > now() - :days * interval '1 day')::int AS sold,
                               coalesce((SELECT t.safety FROM low_stock_threshold t WHERE t.offer_id = o.id), 0) AS safety
                          FROM unnest(CAST(:offers AS uuid[])) AS o (id) LEFT JOIN LATERAL (
                               SELECT sum(i.on_hand) AS on_hand, sum(i.reserved) AS reserved, sum(i.backordered) AS backordered
                                 FROM stock_item i WHERE i.offer_id = o.id) s ON true""")
                        .bind("days", days)
                        .bindArray("offers", UUID.class, order.keySet())
                        .map((row, context) -> new Figures(
                                new OfferId(row.getObject("id", UUID.class)),
                                row.getInt("on_hand"),
                                row.getInt("reserved"),
                                row.getInt("backordered"),
                                row.getInt("ordered"),
                                row.getInt("in_transit"),
                                row.getInt("sold"),
                                row.getInt("safety")))
                        .list())
                .forEach(figures -> order.put(figures.offer().value(), figures));
        return List.copyOf(order.values());
    }

    /** What is on its way to each of these offers; those without are left out. */
    public Map<OfferId, Integer> incoming(Collection<OfferId> offers) {
        var incoming = new LinkedHashMap<OfferId, Integer>();
        of(offers, 1).stream()
                .filter(figures -> figures.ordered() + figures.inTransit() > 0)
                .forEach(figures -> incoming.put(figures.offer(), figures.ordered() + figures.inTransit()));
        return incoming;
    }
}
