package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Allocation.Take;
import dev.galleria.platform.FailPoint;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Holds on stock and how they end. One instance serves one transaction (READ COMMITTED), in which at most one ref is
 * reserved, completed or released: first the ref is locked, then the stock rows by id.
 */
final class HoldLedger {
    private final Handle sql;
    private final List<UUID> flipped = new ArrayList<>();

    HoldLedger(Handle sql) {
        this.sql = sql;
    }

    /** One row of a hold: units of one line from one warehouse. */
    record Row(
            int lineNo,
            UUID itemId,
            UUID offerId,
            int quantity,
            boolean promised,
            String state,
            @Nullable UUID orderId,
            Instant expiresAt,
            boolean expired) {
        boolean live() {
            return state.equals("ACTIVE") && !expired;
        }

        boolean completed() {
            return state.equals("COMPLETED");
        }

        boolean active() {
            return state.equals("ACTIVE");
        }
    }

    /** The offers that came into stock or ran out by what this instance has done. */
    List<UUID> flipped() {
        return List.copyOf(flipped);
    }

    Reservation reserve(ReservationRef ref, List<Wanted> lines, int holdSeconds) {
        return reserve(ref, lines, null, lines.stream().map(Wanted::offer).collect(Collectors.toSet()), holdSeconds);
    }

    /** The country is where the goods are to go, as far as that is known; only of some offers units to come are held. */
    Reservation reserve(
            ReservationRef ref,
            List<Wanted> lines,
            @Nullable String country,
            Set<OfferId> promisable,
            int holdSeconds) {
        serialize(ref);
        var standing = newest(ref);
        if (standing.stream().anyMatch(row -> row.live() || row.completed())) {
            if (!sums(lines).equals(sums(wanted(standing)))) {
                throw Problem.refused("inventory/ref-reused", ref.value());
            }
            return new Reservation.Held(ref, standing.get(0).expiresAt());
        }
        var stock = LockedStock.of(
                sql, lines.stream().map(line -> line.offer().value()).toList());
        closeExpired(stock);
        var allocation = allocate(lines, stock, country, promisable);
        Reservation answer;
        if (allocation instanceof Allocation.Fits fits) {
            stock.reserve(byItem(fits.takes(), false));
            stock.promise(byItem(fits.takes(), true), 1);
            answer = new Reservation.Held(ref, hold(ref, fits.takes(), holdSeconds));
        } else {
            answer = new Reservation.OutOfStock(((Allocation.Short) allocation).shortages());
        }
        flipped.addAll(stock.flipped());
        return answer;
    }

    /** Holds and completes in one; the ref must be one that nobody has used. */
    Reservation sell(
            ReservationRef fresh, List<Wanted> lines, @Nullable String country, Set<OfferId> promisable, UUID orderId) {
        var stock = LockedStock.of(
                sql, lines.stream().map(line -> line.offer().value()).toList());
        closeExpired(stock);
        var allocation = allocate(lines, stock, country, promisable);
        var answer = allocation instanceof Allocation.Fits fits
                ? new Reservation.Held(fresh, sell(fresh, fits.takes(), orderId, stock))
                : new Reservation.OutOfStock(((Allocation.Short) allocation).shortages());
        flipped.addAll(stock.flipped());
        return answer;
    }

    private Instant sell(ReservationRef ref, List<Take> takes, UUID orderId, LockedStock stock) {
        stock.takeFree(byItem(takes, false));
        stock.promise(byItem(takes, true), 1);
        var at = insert(ref, takes, "COMPLETED", orderId, 0);
        recordSale(orderId, takes);
        return at;
    }

    Completion complete(ReservationRef ref, UUID orderId) {
        serialize(ref);
        var seen = newest(ref);
        if (seen.isEmpty()) {
            throw Problem.notFound("inventory/unknown-reservation", ref.value());
        }
        if (seen.get(0).completed()) {
            if (orderId.equals(seen.get(0).orderId())) {
                return new Completion.Completed(ref);
            }
            throw Problem.conflict("inventory/sold-to-another-order", ref.value());
        }
        var stock = LockedStock.of(sql, seen.stream().map(Row::offerId).toList());
        // Only under the lock is it known whether the hold still stands.
        var held = newest(ref);
        var answer = held.stream().allMatch(Row::active)
                ? sellHeld(ref, orderId, held, stock)
                : sellAnew(ref, orderId, wanted(seen), stock);
        flipped.addAll(stock.flipped());
        return answer;
    }

    void release(ReservationRef ref) {
        serialize(ref);
        var seen = newest(ref);
        if (seen.stream().noneMatch(Row::active)) {
            return;
        }
        var stock = LockedStock.of(sql, seen.stream().map(Row::offerId).toList());
        stock.cancel(ref);
        new BackorderLedger(sql).fill(stock);
        flipped.addAll(stock.flipped());
    }

    /** Closes the expired holds on at most so many offers and gives how many rows that were. */
    int expireDue(int offers) {
        var due = sql.createQuery(
                        """
                        SELECT DISTINCT i.offer_id FROM reservation r JOIN stock_item i ON i.id = r.item_id
                         WHERE r.state = 'ACTIVE' AND r.expires_at <= clock_timestamp() LIMIT :offers""")
                .bind("offers", offers)
                .mapTo(UUID.class)
                .list();
        if (due.isEmpty()) {
            return 0;
        }
        var stock = LockedStock.of(sql, due);
        int closed = closeExpired(stock);
        FailPoint.hit("reservation.expire.mid-batch");
        flipped.addAll(stock.flipped());
        return closed;
    }

    /** What has become free goes to those who wait for it before anybody else can have it. */
    private int closeExpired(LockedStock stock) {
        int closed = stock.closeExpired();
        if (closed > 0) {
            new BackorderLedger(sql).fill(stock);
        }
        return closed;
    }

    private Allocation allocate(
            List<Wanted> lines, LockedStock stock, @Nullable String country, Set<OfferId> promisable) {
        var rule = stock.leavesAChoice() ? SendRules.read(sql) : SendRule.DEFAULT;
        var items = stock.items().stream()
                .map(item -> promisable.contains(new OfferId(item.offerId())) ? item : item.withoutPromises())
                .toList();
        return Allocation.of(lines, items, rule, country);
    }

    private Completion sellHeld(ReservationRef ref, UUID orderId, List<Row> rows, LockedStock stock) {
        sql.createUpdate(
                        """
                        UPDATE reservation SET state = 'COMPLETED', order_id = :order, closed_at = clock_timestamp()
                         WHERE ref = :ref AND state = 'ACTIVE'""")
                .bind("order", orderId)
                .bind("ref", ref.value())
                .execute();
        var takes = rows.stream()
                .map(row -> new Take(row.lineNo(), row.itemId(), row.quantity(), row.promised()))
                .toList();
        stock.takeReserved(byItem(takes, false));
        recordSale(orderId, takes);
        if (takes.stream().anyMatch(Take::promised)) {
            // What has come in while the hold stood lies free, or went to older orders.
            new BackorderLedger(sql).fill(stock);
        }
        return new Completion.Completed(ref);
    }

    private Completion sellAnew(ReservationRef ref, UUID orderId, List<Wanted> lines, LockedStock stock) {
        closeExpired(stock);
        var allocation = allocate(
                lines,
                stock,
                null,
                newest(ref).stream()
                        .filter(Row::promised)
                        .map(row -> new OfferId(row.offerId()))
                        .collect(Collectors.toSet()));
        if (allocation instanceof Allocation.Short tooLittle) {
            return new Completion.Gone(tooLittle.shortages());
        }
        sell(ref, ((Allocation.Fits) allocation).takes(), orderId, stock);
        return new Completion.Completed(ref);
    }

    private Instant hold(ReservationRef ref, List<Take> takes, int seconds) {
        return insert(ref, takes, "ACTIVE", null, seconds);
    }

    private Instant insert(
            ReservationRef ref, List<Take> takes, String state, @Nullable UUID orderId, int secondsToLive) {
        return sql.createQuery(
                        """
                        WITH t AS MATERIALIZED (SELECT clock_timestamp() AS now),
                        added AS (
                            INSERT INTO reservation (id, ref, line_no, item_id, quantity, promised, state, order_id, created_at, expires_at, closed_at)
                            SELECT q.id, :ref, q.line_no, q.item_id, q.quantity, q.promised, :state, :order, t.now,
                                   t.now + :seconds * interval '1 second', CASE WHEN :state = 'ACTIVE' THEN NULL ELSE t.now END
                              FROM t, unnest(CAST(:ids AS uuid[]), CAST(:lines AS int[]), CAST(:items AS uuid[]), CAST(:quantities AS int[]),
                                   CAST(:promised AS boolean[])) AS q (id, line_no, item_id, quantity, promised)
                            RETURNING expires_at)
                        SELECT expires_at FROM added LIMIT 1""")
                .bind("ref", ref.value())
                .bind("state", state)
                .bind("order", orderId)
                .bind("seconds", secondsToLive)
                .bindArray("ids", UUID.class, ids(takes.size()))
                .bindArray(
                        "lines", Integer.class, takes.stream().map(Take::lineNo).toList())
                .bindArray("items", UUID.class, takes.stream().map(Take::itemId).toList())
                .bindArray(
                        "quantities",
                        Integer.class,
                        takes.stream().map(Take::quantity).toList())
                .bindArray(
                        "promised",
                        Boolean.class,
                        takes.stream().map(Take::promised).toList())
                .mapTo(Instant.class)
                .one();
    }

    private void recordSale(UUID orderId, List<Take> all) {
        new BackorderLedger(sql)
                .open(orderId, all.stream().filter(Take::promised).toList());
        var takes = all.stream().filter(take -> !take.promised()).toList();
        if (takes.isEmpty()) {
            return;
        }
        sql.createUpdate(
                        """
                        INSERT INTO stock_movement (id, item_id, kind, quantity, ref_type, ref_id, actor, at)
                        SELECT q.id, q.item_id, 'SALE', -q.quantity, 'LINE', :order || ':' || q.line_no, 'checkout', clock_timestamp()
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:lines AS int[]), CAST(:items AS uuid[]), CAST(:quantities AS int[]))
                                    AS q (id, line_no, item_id, quantity)""")
                .bind("order", orderId.toString())
                .bindArray("ids", UUID.class, ids(takes.size()))
                .bindArray(
                        "lines", Integer.class, takes.stream().map(Take::lineNo).toList())
                .bindArray("items", UUID.class, takes.stream().map(Take::itemId).toList())
                .bindArray(
                        "quantities",
                        Integer.class,
                        takes.stream().map(Take::quantity).toList())
                .execute();
    }

    /** Two requests with one ref stand in line, even before there is a row to lock. */
    private void serialize(ReservationRef ref) {
        sql.createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:ref, 0))")
                .bind("ref", ref.value().toString())
                .mapTo(int.class)
                .one();
    }

    /** The rows of the ref's newest hold. */
    private List<Row> newest(ReservationRef ref) {
        return sql.createQuery(
                        """
                        SELECT r.line_no, r.item_id, i.offer_id, r.quantity, r.promised, r.state, r.order_id, r.expires_at,
                               r.expires_at <= clock_timestamp() AS expired
                          FROM reservation r JOIN stock_item i ON i.id = r.item_id
                         WHERE r.ref = :ref AND r.created_at = (SELECT max(n.created_at) FROM reservation n WHERE n.ref = :ref)
                         ORDER BY r.line_no, r.item_id""")
                .bind("ref", ref.value())
                .mapTo(Row.class)
                .list();
    }

    private static List<Wanted> wanted(Collection<Row> rows) {
        return rows.stream()
                .collect(Collectors.toMap(
                        Row::lineNo,
                        row -> new Wanted(row.lineNo(), new OfferId(row.offerId()), row.quantity()),
                        (one, other) -> new Wanted(one.lineNo(), one.offer(), one.quantity() + other.quantity()),
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static Map<Integer, Wanted> sums(List<Wanted> lines) {
        return lines.stream().collect(Collectors.toMap(Wanted::lineNo, line -> line));
    }

    private static Map<UUID, Integer> byItem(List<Take> takes, boolean promised) {
        return takes.stream()
                .filter(take -> take.promised() == promised)
                .collect(Collectors.toMap(Take::itemId, Take::quantity, Math::addExact, LinkedHashMap::new));
    }

    private static List<UUID> ids(int count) {
        var ids = new ArrayList<UUID>(count);
        for (int i = 0; i < count; i++) {
            ids.add(Ids.next());
        }
        return ids;
    }
}
