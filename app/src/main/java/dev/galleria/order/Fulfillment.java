package dev.galleria.order;

import dev.galleria.inventory.Backorders;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.LineQuantity;
import dev.galleria.inventory.Waiting;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Secrets;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parcels and what is taken out of them before they leave. A part stands where its units stand: CONFIRMED while one is still
 * to be sent, SHIPPED once all that were not canceled have left, DELIVERED once all parcels have arrived, CANCELED if none is
 * left. The order's row is locked first.
 */
@ApplicationScoped
@Transactional
public class Fulfillment {
    @PersistenceContext(unitName = "galleria")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    OrderStore store;

    @Inject
    OrderReader reader;

    @Inject
    Inventory inventory;

    @Inject
    Backorders backorders;

    @Inject
    Refunds refunds;

    @Inject
    OnDelivery onDelivery;

    @Inject
    Papers papers;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** A parcel with these units, or with all that are still to be sent if none are named. */
    ShipmentId ship(SellerId seller, PartId id, Parcel parcel, List<LineQuantity> wanted, String actor) {
        var part = lock(seller, id);
        var same = database.call(sql -> new LineLedger(sql).parcels(id)).stream()
                .filter(one -> one.carrier().equals(parcel.carrier())
                        && one.trackingNumber().equals(parcel.trackingNumber()))
                .findFirst();
        if (same.isPresent()) {
            return new ShipmentId(same.get().id());
        }
        var rows = database.call(sql -> new LineLedger(sql).ofPart(id));
        var lines = here(part.purchase(), rows, wanted.isEmpty() ? open(rows) : own(rows, wanted), wanted.isEmpty());
        if (lines.isEmpty()) {
            throw Problem.conflict("order/state", id + " has nothing left to send");
        }
        var at = clock.instant();
        var shipment = database.call(sql -> {
            var ledger = new LineLedger(sql);
            ledger.count(part.purchase(), LineLedger.Fate.SHIPPED, lines);
            return ledger.send(id, parcel, lines, at, null);
        });
        follow(part);
        var detail = Map.of("carrier", parcel.carrier(), "tracking", parcel.trackingNumber());
        store.note(part.purchase(), new Sale.Event(seller, at, OrderDetails.Kind.SHIPPED, actor, detail));
        outbox.publish(new OrderShipped(Ids.next(), at, part.purchase(), id, seller, shipment));
        papers.invoice(reader.find(part.purchase()).orElseThrow(), id);
        return shipment;
    }

    /** One parcel has arrived, or all of a part that has been sent. */
    void deliver(SellerId seller, PartId id, @Nullable ShipmentId shipment, String actor) {
        var part = lock(seller, id);
        var parcels = database.call(sql -> new LineLedger(sql).parcels(id));
        if (shipment == null && part.state() == OrderState.CONFIRMED) {
            throw Problem.conflict("order/state", id + " is " + part.state() + ", not to become DELIVERED");
        }
        if (shipment != null && parcels.stream().noneMatch(one -> one.id().equals(shipment.value()))) {
            throw Problem.notFound("order/unknown-parcel", shipment);
        }
        var at = clock.instant();
        var arrived = parcels.stream()
                .map(one -> new ShipmentId(one.id()))
                .filter(one -> shipment == null || one.equals(shipment))
                .filter(one -> database.call(sql -> new LineLedger(sql).arrived(id, one, at)))
                .toList();
        if (arrived.isEmpty()) {
            return;
        }
        follow(part);
        store.note(part.purchase(), new Sale.Event(seller, at, OrderDetails.Kind.DELIVERED, actor, Map.of()));
        if (part.state() == OrderState.DELIVERED) {
            outbox.publish(new OrderDelivered(Ids.next(), at, part.purchase(), id, seller));
        }
        onDelivery.collect(part.purchase());
    }

    /** Units that have not been sent are canceled: back to the shelves, their money back. The token does it once. */
    void cancel(OrderId id, @Nullable SellerId seller, List<LineQuantity> lines, String token, String actor) {
        var purchase = lock(id);
        if (database.call(sql -> new LineLedger(sql).done(id, OrderDetails.Kind.LINES_CANCELED, token))) {
            return;
        }
        if (lines.isEmpty()) {
            throw Problem.refused("order/no-units", id);
        }
        var parts = parts(id);
        var mine = parts.stream()
                .filter(part -> seller == null || part.seller().equals(seller))
                .map(part -> part.id().value())
                .collect(Collectors.toSet());
        var rows = database.call(sql -> new LineLedger(sql).ofOrder(id)).stream()
                .filter(row -> mine.contains(row.partId()))
                .toList();
        var wanted = own(rows, lines);
        database.call(sql -> {
            new LineLedger(sql).count(id, LineLedger.Fate.CANCELED, wanted);
            return null;
        });
        var at = clock.instant();
        inventory.takeBack(
                id.value(),
                "cancel-" + Secrets.derive("cancellation", token).substring(0, 20),
                wanted,
                actor,
                "canceled");
        var touched = wanted.stream().map(LineQuantity::lineNo).collect(Collectors.toSet());
        var changed = rows.stream()
                .filter(row -> touched.contains(row.lineNo()))
                .map(LineLedger.Row::partId)
                .collect(Collectors.toSet());
        var gone = new HashSet<UUID>();
        for (var part : parts) {
            if (changed.contains(part.id().value())) {
                follow(part);
                if (part.state() == OrderState.CANCELED) {
                    gone.add(part.id().value());
                }
                var units = wanted.stream()
                        .filter(line -> rows.stream()
                                .anyMatch(row -> row.lineNo() == line.lineNo()
                                        && row.partId().equals(part.id().value())))
                        .mapToInt(LineQuantity::quantity)
                        .sum();
                var detail = Map.of("token", token, "units", String.valueOf(units));
                store.note(id, new Sale.Event(part.seller(), at, OrderDetails.Kind.LINES_CANCELED, actor, detail));
            }
        }
        outbox.publish(
                purchase.state() == OrderState.CANCELED
                        ? new OrderCanceled(Ids.next(), at, id, actor)
                        : new LinesCanceled(Ids.next(), at, id, wanted, actor));
        giveBack(id, wanted, gone, token, actor);
        // It may have been the last thing that the order waited for. Whoever locks its payment has locked the order
        // before.
        onDelivery.collect(id);
    }

    /** Last, because it takes numbers. */
    private void giveBack(OrderId id, List<LineQuantity> lines, HashSet<UUID> gone, String token, String actor) {
        var order = reader.find(id).orElseThrow();
        var free = order.parts().stream()
                .filter(part -> gone.contains(part.id().value()))
                .map(OrderDetails.Part::partNo)
                .toList();
        var ask = new RefundLedger.Ask(
                id, "cancel:" + token, lines.toString(), Refund.Kind.CANCELLATION, "canceled", actor);
        refunds.give(order, ask, from -> {
            var shares = new ArrayList<Refundable.Share>();
            for (var line : lines) {
                var one = from.stream()
                        .filter(that -> that.lineNo() == line.lineNo())
                        .findFirst()
                        .orElseThrow();
                // Units that a refund without a return has paid for already are not paid for again.
                int units = Math.min(line.quantity(), one.units());
                if (units > 0) {
                    shares.add(RefundFormula.units(one, units));
                }
            }
            shares.addAll(RefundFormula.rest(from.stream()
                    .filter(one -> one.shipping() && free.contains(one.partNo()))
                    .toList()));
            return shares;
        });
    }

    /** All units of an order that have not been canceled yet, before the order as a whole is. */
    List<LineQuantity> openUnits(OrderId id) {
        return open(database.call(sql -> new LineLedger(sql).ofOrder(id)));
    }

    private static List<LineQuantity> open(List<LineLedger.Row> rows) {
        return rows.stream()
                .filter(row -> row.open() > 0)
                .map(row -> new LineQuantity(row.lineNo(), row.open()))
                .toList();
    }

    /**
     * Units that have still to come to the shelves cannot leave them: named ones are a Problem (REFUSED), of all open ones
     * those that are here are meant.
     */
    private List<LineQuantity> here(
            OrderId order, List<LineLedger.Row> rows, List<LineQuantity> lines, boolean openOnes) {
        var awaited = backorders.waiting(order.value()).stream()
                .collect(Collectors.toMap(Waiting::lineNo, Waiting::units, Integer::sum));
        if (awaited.isEmpty()) {
            return lines;
        }
        var open = open(rows).stream().collect(Collectors.toMap(LineQuantity::lineNo, LineQuantity::quantity));
        var here = new ArrayList<LineQuantity>();
        for (var line : lines) {
            int units = open.getOrDefault(line.lineNo(), 0) - awaited.getOrDefault(line.lineNo(), 0);
            if (line.quantity() > units && !openOnes) {
                throw Problem.refused("order/waiting-for-goods", line.lineNo());
            }
            if (units > 0) {
                here.add(new LineQuantity(line.lineNo(), Math.min(units, line.quantity())));
            }
        }
        if (here.isEmpty()) {
            throw Problem.refused("order/waiting-for-goods", order);
        }
        return here;
    }

    /** Lines of somebody else's part are as unknown as none; each line once, and no more than is open. */
    private static List<LineQuantity> own(List<LineLedger.Row> rows, List<LineQuantity> wanted) {
        var known = rows.stream().collect(Collectors.toMap(LineLedger.Row::lineNo, Function.identity()));
        var seen = new HashSet<Integer>();
        for (var line : wanted) {
            var row = known.get(line.lineNo());
            if (row == null || !seen.add(line.lineNo())) {
                throw Problem.notFound("order/unknown-line", line.lineNo());
            }
            if (line.quantity() > row.open()) {
                throw Problem.conflict("order/units-moved-on", line.quantity() + " of " + row.open());
            }
        }
        return List.copyOf(wanted);
    }

    /** Brings a part, and the order with it, to where its units stand. */
    private void follow(SellerOrder part) {
        var rows = database.call(sql -> new LineLedger(sql).ofPart(part.id()));
        var parcels = database.call(sql -> new LineLedger(sql).parcels(part.id()));
        boolean allGone = rows.stream().allMatch(row -> row.canceled() == row.quantity());
        boolean allSent = !allGone && rows.stream().allMatch(row -> row.open() == 0);
        boolean allThere = allSent && parcels.stream().allMatch(one -> one.deliveredAt() != null);
        advance(part, OrderState.CANCELED, allGone);
        advance(part, OrderState.SHIPPED, allSent);
        advance(part, OrderState.DELIVERED, allThere);
        entities.flush();
        entities.find(Purchase.class, part.purchase().value()).follow(parts(part.purchase()));
        entities.flush();
        database.call(sql -> sql.execute(
                "UPDATE seller_order SET changed_at = now() WHERE id = ?",
                part.id().value()));
    }

    private static void advance(SellerOrder part, OrderState next, boolean reached) {
        if (reached && part.state() != next && part.state().mayBecome(next)) {
            part.become(next);
        }
    }

    private Purchase lock(OrderId id) {
        var purchase = entities.find(Purchase.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (purchase == null) {
            throw Problem.notFound("order/unknown", id);
        }
        return purchase;
    }

    private SellerOrder lock(SellerId seller, PartId id) {
        lock(OrderStore.orderOf(database, seller, id));
        return entities.find(SellerOrder.class, id.value());
    }

    private List<SellerOrder> parts(OrderId id) {
        return entities.createQuery("SELECT s FROM SellerOrder s WHERE s.purchase = :id", SellerOrder.class)
                .setParameter("id", id.value())
                .getResultList();
    }
}
