package dev.galleria.inventory;

import dev.galleria.catalog.OfferBook;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds what until when: checkouts, goods under way between warehouses, orders that wait for goods. */
@ApplicationScoped
@Transactional
public class Holds {
    private static final int READ = 2_000;

    @Inject
    Database database;

    @Inject
    Inventory inventory;

    @Inject
    OfferBook offers;

    @Inject
    Instance<HoldOwners> owners;

    /** What holds units. */
    public enum Kind {
        /** A shopper is paying. */
        CHECKOUT,
        /** A shopper is paying for units that are still to come. */
        PROMISE,
        /** On the way between two warehouses. */
        TRANSFER,
        /** Sold, and still to come. */
        BACKORDER
    }

    /**
     * Some held units.
     *
     * @param ref of the checkout's hold, the transfer or the order
     * @param warehouse where they lie or are to come
     * @param who the buyer, the transfer's or the order's number; empty for what the asking person may not know
     * @param until when the hold ends by itself; null where it does not
     * @param expected the day on which they are expected; null where that does not apply
     */
    public record Hold(
            Kind kind,
            UUID ref,
            OfferId offer,
            String warehouse,
            int units,
            String who,
            Instant since,
            @Nullable Instant until,
            @Nullable LocalDate expected) {}

    private record Row(
            String kind,
            UUID ref,
            UUID offerId,
            String warehouse,
            int units,
            String who,
            Instant since,
            @Nullable Instant until,
            @Nullable LocalDate expected) {}

    /** The holds on an editor's goods, those that end first in front; at most so many. A seller is not told who buys. */
    public List<Hold> list(Editor editor, int limit) {
        var rows = read();
        var sellers = offers.sellers(
                rows.stream().map(row -> new OfferId(row.offerId())).distinct().toList());
        var visible = rows.stream()
                .filter(row -> {
                    var seller = sellers.get(new OfferId(row.offerId()));
                    return editor.seller() == null || editor.seller().equals(seller);
                })
                .limit(limit)
                .toList();
        var names = names(editor, visible);
        return visible.stream()
                .map(row -> new Hold(
                        Kind.valueOf(row.kind()),
                        row.ref(),
                        new OfferId(row.offerId()),
                        row.warehouse(),
                        row.units(),
                        row.who().isEmpty() ? names.getOrDefault(row.ref(), "") : row.who(),
                        row.since(),
                        row.until(),
                        row.expected()))
                .toList();
    }

    /**
     * Ends a checkout's hold before its time. Its buyer is asked again, and refunded if the goods have gone meanwhile. Only
     * the marketplace's people may (a seller is a Problem FORBIDDEN), and they say why (REFUSED).
     */
    public void release(Editor editor, ReservationRef ref, String reason) {
        if (editor.seller() != null) {
            throw Problem.forbidden("inventory/not-staff", editor.account());
        }
        if (reason.isBlank() || reason.length() > 500) {
            throw Problem.refused("inventory/reason", reason.length());
        }
        inventory.release(ref);
        database.call(sql -> sql.execute(
                "INSERT INTO hold_release (id, ref, actor, reason) VALUES (?, ?, ?, ?)",
                Ids.next(),
                ref.value(),
                editor.account().value().toString(),
                reason.strip()));
    }

    private List<Row> read() {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT CASE WHEN r.promised THEN 'PROMISE' ELSE 'CHECKOUT' END AS kind, r.ref, i.offer_id, w.code AS warehouse,
                               r.quantity AS units, '' AS who, r.created_at AS since, r.expires_at AS until, NULL::date AS expected
                          FROM reservation r JOIN stock_item i ON i.id = r.item_id JOIN warehouse w ON w.id = i.warehouse_id
                         WHERE r.state = 'ACTIVE' AND r.expires_at > clock_timestamp()
                        UNION ALL
                        SELECT 'TRANSFER', t.id, l.offer_id, f.code || ' → ' || w.code, l.quantity - l.received - l.lost, t.number, t.created_at, NULL, t.expected_on
                          FROM stock_transfer t JOIN stock_transfer_line l ON l.transfer_id = t.id
                          JOIN warehouse f ON f.id = t.from_warehouse JOIN warehouse w ON w.id = t.to_warehouse
                         WHERE t.state = 'IN_TRANSIT' AND l.received + l.lost < l.quantity
                        UNION ALL
                        SELECT 'BACKORDER', b.order_id, b.offer_id, '', b.open, '', b.created_at, NULL, b.promised_on
                          FROM backorder b WHERE b.open > 0
                         ORDER BY until NULLS LAST, since, ref LIMIT :most""")
                .bind("most", READ)
                .mapTo(Row.class)
                .list());
    }

    private Map<UUID, String> names(Editor editor, List<Row> rows) {
        var names = new HashMap<UUID, String>();
        for (var owner : owners) {
            names.putAll(owner.orders(refs(rows, "BACKORDER")));
            if (editor.seller() == null) {
                names.putAll(owner.checkouts(refs(rows, "CHECKOUT")));
                names.putAll(owner.checkouts(refs(rows, "PROMISE")));
            }
        }
        return names;
    }

    private static List<UUID> refs(List<Row> rows, String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(Row::ref)
                .distinct()
                .toList();
    }
}
