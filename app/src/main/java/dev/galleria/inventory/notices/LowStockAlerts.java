package dev.galleria.inventory.notices;

import dev.galleria.catalog.OfferBook;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.inventory.Inventory;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Warns when so few units of an offer are free that its seller wants to know: once when the threshold is reached, again only
 * after there were more in between. An offer's own threshold goes before its seller's default; without one there is no
 * warning.
 */
@ApplicationScoped
@Transactional
public class LowStockAlerts {
    private static final int BATCH = 500;
    private static final int MOST = 1_000_000;

    @Inject
    Database database;

    @Inject
    Inventory inventory;

    @Inject
    OfferBook offers;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** From how many units on a warning comes, and how many should be left when new ones come. */
    public record Threshold(SellerId seller, @Nullable OfferId offer, int units, int safety) {}

    /** An offer that has come down to its threshold and has not recovered. */
    public record Alert(SellerId seller, OfferId offer, int threshold, int units, Instant crossedAt) {}

    private record Row(UUID sellerId, @Nullable UUID offerId, int units, int safety) {
        Threshold asThreshold() {
            return new Threshold(new SellerId(sellerId), offerId == null ? null : new OfferId(offerId), units, safety);
        }
    }

    /** Sets an offer's threshold, or the seller's default where no offer is named; looks at once who is below. */
    public void define(Editor editor, Threshold threshold) {
        if (!editor.maySellAs(threshold.seller())) {
            throw Problem.notFound("inventory/unknown-seller", threshold.seller());
        }
        if (threshold.units() < 0 || threshold.units() > MOST || threshold.safety() < 0 || threshold.safety() > MOST) {
            throw Problem.refused("inventory/threshold", threshold.units());
        }
        var offer = threshold.offer();
        if (offer != null
                && !threshold.seller().equals(offers.sellers(List.of(offer)).get(offer))) {
            throw Problem.notFound("inventory/unknown-offer", offer);
        }
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO low_stock_threshold (id, seller_id, offer_id, units, safety) VALUES (:id, :seller, :offer, :units, :safety)
                        ON CONFLICT (seller_id, coalesce(offer_id, '00000000-0000-0000-0000-000000000000'))
                        DO UPDATE SET units = excluded.units, safety = excluded.safety""")
                .bind("id", Ids.next())
                .bind("seller", threshold.seller().value())
                .bind("offer", offer == null ? null : offer.value())
                .bind("units", threshold.units())
                .bind("safety", threshold.safety())
                .execute());
        judgeAll(threshold.seller(), offer);
    }

    /** No warnings by this threshold any more. */
    public void remove(Editor editor, SellerId seller, @Nullable OfferId offer) {
        if (!editor.maySellAs(seller)) {
            throw Problem.notFound("inventory/unknown-seller", seller);
        }
        database.call(sql -> sql.createUpdate(
                        "DELETE FROM low_stock_threshold WHERE seller_id = :seller AND offer_id IS NOT DISTINCT FROM :offer")
                .bind("seller", seller.value())
                .bind("offer", offer == null ? null : offer.value())
                .execute());
        judgeAll(seller, offer);
    }

    private void judgeAll(SellerId seller, @Nullable OfferId offer) {
        if (offer != null) {
            judge(List.of(offer));
            return;
        }
        OfferId last = null;
        for (var batch = offers.after(seller, null, BATCH);
                !batch.isEmpty();
                batch = offers.after(seller, last, BATCH)) {
            judge(batch);
            last = batch.get(batch.size() - 1);
        }
    }

    /** The seller's default. */
    public Optional<Threshold> standard(SellerId seller) {
        return rows("seller_id = ANY(:ids) AND offer_id IS NULL", List.of(seller.value())).stream()
                .findFirst();
    }

    /** What these offers have of their own. */
    public List<Threshold> own(List<OfferId> ids) {
        return rows("offer_id = ANY(:ids)", ids.stream().map(OfferId::value).toList());
    }

    /** Who is low now, of one seller or (null) of all: the newest first, at most so many. */
    public List<Alert> open(@Nullable SellerId seller, int limit) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT seller_id, offer_id, threshold, units, crossed_at FROM low_stock_alert
                         WHERE over_at IS NULL AND (CAST(:seller AS uuid) IS NULL OR seller_id = :seller)
                         ORDER BY crossed_at DESC, id LIMIT :limit""")
                .bind("seller", seller == null ? null : seller.value())
                .bind("limit", limit)
                .map((row, context) -> new Alert(
                        new SellerId(row.getObject("seller_id", UUID.class)),
                        new OfferId(row.getObject("offer_id", UUID.class)),
                        row.getInt("threshold"),
                        row.getInt("units"),
                        row.getTimestamp("crossed_at").toInstant()))
                .list());
    }

    /** Looks at everything that has changed since it looked last, and gives how many offers have become low. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int look() {
        return database.call(sql -> {
            sql.execute("INSERT INTO low_stock_watch (seen) VALUES ('-infinity') ON CONFLICT DO NOTHING");
            sql.createQuery("SELECT 1 FROM low_stock_watch FOR UPDATE")
                    .mapTo(int.class)
                    .one();
            boolean any = sql.createQuery("SELECT EXISTS (SELECT 1 FROM low_stock_threshold)")
                    .mapTo(boolean.class)
                    .one();
            // A minute twice: a change is dated when it is made and seen when it is committed.
            var changed = any
                    ? sql.createQuery(
                                    """
                                    SELECT DISTINCT offer_id FROM stock_item
                                     WHERE changed_at > (SELECT seen - interval '1 minute' FROM low_stock_watch)""")
                            .mapTo(UUID.class)
                            .map(OfferId::new)
                            .list()
                    : List.<OfferId>of();
            sql.execute("UPDATE low_stock_watch SET seen = clock_timestamp()");
            int low = 0;
            for (int from = 0; from < changed.size(); from += BATCH) {
                low += judge(changed.subList(from, Math.min(changed.size(), from + BATCH)));
            }
            return low;
        });
    }

    private int judge(List<OfferId> ids) {
        var sellers = offers.sellers(ids);
        Map<OfferId, Threshold> own = new HashMap<>();
        own(ids).forEach(threshold -> own.put(threshold.offer(), threshold));
        Map<SellerId, Threshold> standard = new HashMap<>();
        rows(
                        "seller_id = ANY(:ids) AND offer_id IS NULL",
                        sellers.values().stream()
                                .map(SellerId::value)
                                .distinct()
                                .toList())
                .forEach(threshold -> standard.put(threshold.seller(), threshold));
        var free = inventory.available(ids);
        Map<UUID, List<UUID>> crossed = new LinkedHashMap<>();
        var over = new ArrayList<UUID>();
        for (var offer : ids) {
            var seller = sellers.get(offer);
            var threshold = own.getOrDefault(offer, seller == null ? null : standard.get(seller));
            int units = free.getOrDefault(offer, 0);
            if (threshold == null || units > threshold.units()) {
                over.add(offer.value());
            } else if (raise(threshold, offer, units)) {
                crossed.computeIfAbsent(threshold.seller().value(), key -> new ArrayList<>())
                        .add(offer.value());
            }
        }
        end(over);
        crossed.forEach((seller, low) -> outbox.publish(new LowStock(Ids.next(), clock.instant(), seller, low)));
        return crossed.values().stream().mapToInt(List::size).sum();
    }

    private boolean raise(Threshold threshold, OfferId offer, int units) {
        return database.call(sql -> sql.execute(
                        """
                        INSERT INTO low_stock_alert (id, seller_id, offer_id, threshold, units) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (offer_id) WHERE over_at IS NULL DO NOTHING""",
                        Ids.next(),
                        threshold.seller().value(),
                        offer.value(),
                        threshold.units(),
                        units))
                > 0;
    }

    private void end(List<UUID> ids) {
        database.call(sql -> sql.createUpdate(
                        "UPDATE low_stock_alert SET over_at = clock_timestamp() WHERE over_at IS NULL AND offer_id = ANY(:ids)")
                .bindArray("ids", UUID.class, ids)
                .execute());
    }

    private List<Threshold> rows(String which, List<UUID> ids) {
        return database.call(sql -> sql.createQuery(
                        "SELECT seller_id, offer_id, units, safety FROM low_stock_threshold WHERE " + which)
                .bindArray("ids", UUID.class, ids)
                .mapTo(Row.class)
                .map(Row::asThreshold)
                .list());
    }
}
