package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units that are sold before they are here: how many may be promised of an offer, and who waits. A promise is made by the
 * same hold that takes units from the shelves ({@link Inventory#reserve}); whatever comes in goes to the oldest order first.
 */
@ApplicationScoped
@Transactional
public class Backorders {
    @Inject
    Database database;

    @Inject
    Inventory inventory;

    /**
     * How an offer is promised.
     *
     * @param cap how many units may be promised at a time
     * @param taken how many of them are
     */
    public record Promise(OfferId offer, int cap, int taken, @Nullable SupplyTerms terms) {}

    /** Somebody's units that have still to come, over all orders: the one that is served next stands first. */
    public record Owed(
            UUID order,
            int lineNo,
            OfferId offer,
            int units,
            SupplyTerms.Mode mode,
            @Nullable LocalDate promisedOn,
            Instant since) {}

    /**
     * From now on so many units of that offer may be promised at a time on these terms. A cap below what is promised already
     * is a Problem (REFUSED), an offer that lies in no warehouse one too (NOT_FOUND).
     */
    public void allow(OfferId offer, int cap, SupplyTerms terms) {
        if (cap < 1) {
            throw Problem.invalid("inventory/cap", cap);
        }
        database.call(sql -> {
            sql.createUpdate(
                            """
                            INSERT INTO supply_terms (offer_id, mode, promised_on) VALUES (:offer, :mode, :on)
                            ON CONFLICT (offer_id) DO UPDATE SET mode = excluded.mode, promised_on = excluded.promised_on, changed_at = now()""")
                    .bind("offer", offer.value())
                    .bind("mode", terms.mode().name())
                    .bind("on", terms.promisedOn())
                    .execute();
            return null;
        });
        limit(offer, cap);
    }

    /** Nothing more is promised of that offer; who waits already goes on waiting. */
    public void end(OfferId offer) {
        limit(offer, 0);
    }

    private void limit(OfferId offer, int cap) {
        database.call(sql -> {
            var stock = LockedStock.of(sql, List.of(offer.value()));
            stock.closeExpired();
            int taken = stock.items().stream().mapToInt(StockItem::backordered).sum();
            if (cap > 0 && cap < taken) {
                throw Problem.refused("inventory/promised-to-buyers", taken);
            }
            // All of the promise stands in one row; rows that once carried it keep only what they still owe.
            var carrier = stock.items().stream()
                    .max(Comparator.comparingInt(StockItem::backordered)
                            .thenComparing(Comparator.comparingInt(StockItem::priority)
                                    .thenComparing(StockItem::id)
                                    .reversed()))
                    .orElseThrow(() -> Problem.notFound("inventory/no-place", offer));
            int elsewhere = taken - carrier.backordered();
            for (var item : stock.items()) {
                boolean carries = item.id().equals(carrier.id());
                int share = carries ? Math.max(item.backordered(), cap - elsewhere) : item.backordered();
                sql.execute(
                        "UPDATE stock_item SET backorder_cap = ?, changed_at = clock_timestamp() WHERE id = ?",
                        share,
                        item.id());
            }
            stock.refresh();
            inventory.tell(stock.flipped());
            return null;
        });
    }

    /** What is promised of these offers; those of which nothing ever was are left out. */
    public List<Promise> promises(List<OfferId> offers) {
        return database.call(sql -> {
            var supply = new SupplyReader(sql).of(offers);
            return sql.createQuery(
                            """
                            SELECT offer_id, sum(backorder_cap)::int AS cap, sum(backordered)::int AS taken FROM stock_item
                             WHERE offer_id = ANY(:offers) GROUP BY offer_id HAVING sum(backorder_cap) > 0""")
                    .bindArray(
                            "offers",
                            UUID.class,
                            offers.stream().map(OfferId::value).toList())
                    .map((row, context) -> {
                        var offer = new OfferId(row.getObject("offer_id", UUID.class));
                        var terms = supply.getOrDefault(offer, Supply.NONE).terms();
                        return new Promise(offer, row.getInt("cap"), row.getInt("taken"), terms);
                    })
                    .list();
        });
    }

    /** What an order still waits for, line by line; empty once everything has come. */
    public List<Waiting> waiting(UUID orderId) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT line_no, offer_id, sum(open)::int AS units, min(mode) AS mode, max(promised_on) AS promised_on
                          FROM backorder WHERE order_id = :order AND open > 0 GROUP BY line_no, offer_id ORDER BY line_no""")
                .bind("order", orderId)
                .map((row, context) -> new Waiting(
                        row.getInt("line_no"),
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        row.getInt("units"),
                        SupplyTerms.Mode.valueOf(row.getString("mode")),
                        row.getObject("promised_on", LocalDate.class)))
                .list());
    }

    /** Who waits for these offers, at most so many; the one that is served next stands first. */
    public List<Owed> queue(List<OfferId> offers, int limit) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT order_id, line_no, offer_id, open, mode, promised_on, created_at FROM backorder
                         WHERE open > 0 AND offer_id = ANY(:offers) ORDER BY created_at, id LIMIT :limit""")
                .bindArray(
                        "offers",
                        UUID.class,
                        offers.stream().map(OfferId::value).toList())
                .bind("limit", limit)
                .map((row, context) -> new Owed(
                        row.getObject("order_id", UUID.class),
                        row.getInt("line_no"),
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        row.getInt("open"),
                        SupplyTerms.Mode.valueOf(row.getString("mode")),
                        row.getObject("promised_on", LocalDate.class),
                        row.getTimestamp("created_at").toInstant()))
                .list());
    }
}
