package dev.galleria.order;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Completion;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.LineQuantity;
import dev.galleria.inventory.Reservation;
import dev.galleria.inventory.ReservationRef;
import dev.galleria.inventory.Wanted;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Series;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goods that go back: asked for by the buyer, approved, received, and refunded or replaced by their seller or the marketplace's
 * people. Where a seller is asked for, null stands for the latter; another seller's return is a Problem (NOT_FOUND). A step that
 * may not come next is a Problem (CONFLICT). Buyers are known by their order, which whoever calls has checked.
 */
@ApplicationScoped
@Transactional
public class Returns {
    /** Days to send something back where neither marketplace nor seller has said otherwise. */
    public static final int FIRST_DAYS = 30;

    private static final int LONGEST_COMMENT = 1000;

    @Inject
    Database database;

    @Inject
    OrderReader reader;

    @Inject
    OrderStore store;

    @Inject
    Inventory inventory;

    @Inject
    Refunds refunds;

    @Inject
    Series series;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** What of an order can be sent back now, without what is under way already. */
    public List<ReturnableUnits> returnable(OrderId id) {
        var order = order(id);
        var units = new ArrayList<ReturnableUnits>();
        for (var part : order.parts()) {
            var days = Duration.ofDays(days(part.seller()));
            for (var line : part.lines()) {
                int kept = line.kept() - database.call(sql -> new ReturnLedger(sql).underWay(id, line.lineNo()));
                var until =
                        arrived(part, line.lineNo()).map(at -> at.plus(days)).orElse(null);
                if (kept > 0 && (until == null || clock.instant().isBefore(until))) {
                    units.add(new ReturnableUnits(part.id(), line.lineNo(), kept, until));
                }
            }
        }
        return units;
    }

    /** When the last parcel with units of that line arrived; empty while one is on the way. */
    private static Optional<Instant> arrived(OrderDetails.Part part, int lineNo) {
        Instant last = null;
        for (var parcel : part.shipments()) {
            if (parcel.units().stream().anyMatch(one -> one.lineNo() == lineNo)) {
                var at = parcel.deliveredAt();
                if (at == null) {
                    return Optional.empty();
                }
                last = last == null || at.isAfter(last) ? at : last;
            }
        }
        return Optional.ofNullable(last);
    }

    /**
     * Asks to send units back. The same token gives the first answer; units that cannot be sent back (any more) are a Problem
     * (REFUSED).
     */
    public Return ask(OrderId id, ReturnWish wish, String token, String actor) {
        database.call(sql -> new RefundLedger(sql).lock(id));
        var before = database.call(sql -> new ReturnLedger(sql).byToken(id, token));
        if (before.isPresent()) {
            if (!before.get().request().equals(wish.toString())) {
                throw Problem.refused("order/token-reused", id);
            }
            return view(before.get());
        }
        var part = order(id).parts().stream()
                .filter(one -> one.id().equals(wish.part()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("order/unknown-part", wish.part()));
        check(wish, returnable(id));
        var at = clock.instant();
        var back = new ReturnId(Ids.next());
        note(id, part.seller(), OrderDetails.Kind.RETURN_REQUESTED, actor, at);
        outbox.publish(new ReturnChanged(Ids.next(), at, id, back, ReturnState.REQUESTED));
        long number = series.next("return");
        database.call(sql -> {
            new ReturnLedger(sql).write(back.value(), number, id, part.seller(), wish, token, at);
            return null;
        });
        return find(null, back);
    }

    private static void check(ReturnWish wish, List<ReturnableUnits> possible) {
        if (wish.units().isEmpty()) {
            throw Problem.refused("order/no-units", wish.part());
        }
        if (wish.comment().length() > LONGEST_COMMENT) {
            throw Problem.refused("order/return-comment", wish.comment().length());
        }
        var seen = new HashSet<Integer>();
        for (var line : wish.units()) {
            var most = possible.stream()
                    .filter(one -> one.part().equals(wish.part()) && one.lineNo() == line.lineNo())
                    .mapToInt(ReturnableUnits::units)
                    .findFirst()
                    .orElse(0);
            if (line.quantity() > most || !seen.add(line.lineNo())) {
                throw Problem.refused("order/not-returnable", line.quantity() + " of " + most);
            }
        }
    }

    /** The buyer keeps the goods after all; the order is the buyer's. */
    public Return withdraw(OrderId order, ReturnId id, String actor) {
        var row = lock(null, id);
        if (!row.purchaseId().equals(order.value())) {
            throw Problem.notFound("order/unknown-return", id);
        }
        return step(row, ReturnState.WITHDRAWN, "", OrderDetails.Kind.RETURN_WITHDRAWN, actor);
    }

    /** The goods may come; the answer says where to and how. */
    public Return approve(@Nullable SellerId seller, ReturnId id, String answer, String actor) {
        return step(lock(seller, id), ReturnState.APPROVED, answer, OrderDetails.Kind.RETURN_APPROVED, actor);
    }

    /** The goods stay with the buyer; the answer says why. */
    public Return decline(@Nullable SellerId seller, ReturnId id, String answer, String actor) {
        return step(lock(seller, id), ReturnState.DECLINED, answer, OrderDetails.Kind.RETURN_DECLINED, actor);
    }

    /** What has come back; those that can be sold again go to the shelves. Lines that are not named have not come. */
    public Return receive(@Nullable SellerId seller, ReturnId id, List<Received> received, String actor) {
        var row = lock(seller, id);
        var order = new OrderId(row.purchaseId());
        var came = received.stream().filter(one -> one.quantity() > 0).toList();
        if (came.isEmpty()) {
            throw Problem.refused("order/no-units", id);
        }
        var answer = step(row, ReturnState.RECEIVED, "", OrderDetails.Kind.RETURN_RECEIVED, actor);
        database.call(sql -> {
            came.forEach(one -> new ReturnLedger(sql).receive(row.id(), one));
            new LineLedger(sql).count(order, LineLedger.Fate.RETURNED, units(came));
            return null;
        });
        var shelves = units(came.stream().filter(Received::restock).toList());
        if (!shelves.isEmpty()) {
            inventory.sentBack(order.value(), "return-" + row.id(), shelves, actor, "returned");
        }
        return find(seller, answer.id());
    }

    private static List<LineQuantity> units(List<Received> received) {
        return received.stream()
                .map(one -> new LineQuantity(one.lineNo(), one.quantity()))
                .toList();
    }

    /** The money of the units received goes back, with what is left of the part's shipping or without. */
    public Return refund(@Nullable SellerId seller, ReturnId id, boolean shipping, String actor) {
        var row = lock(seller, id);
        var answer = step(row, ReturnState.REFUNDED, "", null, actor);
        var order = order(new OrderId(row.purchaseId()));
        int partNo = order.parts().stream()
                .filter(part -> part.id().value().equals(row.sellerOrderId()))
                .findFirst()
                .orElseThrow()
                .partNo();
        var ask = new RefundLedger.Ask(
                order.id(), "return:" + row.id(), "units " + shipping, Refund.Kind.RETURN, "R-" + row.number(), actor);
        refunds.give(order, ask, from -> {
            var shares = new ArrayList<Refundable.Share>();
            for (var line : came(row)) {
                var one = from.stream()
                        .filter(that -> that.lineNo() == line.lineNo())
                        .findFirst()
                        .orElseThrow();
                // Units that another refund has paid for already are not paid for again.
                int units = Math.min(line.received(), one.units());
                if (units > 0) {
                    shares.add(RefundFormula.units(one, units));
                }
            }
            if (shipping) {
                shares.addAll(RefundFormula.rest(from.stream()
                        .filter(one -> one.shipping() && one.partNo() == partNo)
                        .toList()));
            }
            return shares;
        });
        return answer;
    }

    /** Sets the same goods aside to be sent instead, at no charge. */
    public Replacement exchange(@Nullable SellerId seller, ReturnId id, String actor) {
        var row = lock(seller, id);
        var ref = new ReservationRef(row.id());
        var wanted = came(row).stream()
                .map(line -> new Wanted(line.lineNo(), new OfferId(line.offerId()), line.received()))
                .toList();
        if (!ReturnState.valueOf(row.state()).mayBecome(ReturnState.REPLACING)) {
            throw Problem.conflict("order/return-state", id + " is " + row.state());
        }
        if (inventory.reserve(ref, wanted, null, Set.of()) instanceof Reservation.OutOfStock out) {
            return new Replacement.OutOfStock(out.shortages());
        }
        if (inventory.complete(ref, row.id()) instanceof Completion.Gone) {
            throw Problem.conflict("order/replacement-gone", id);
        }
        step(row, ReturnState.REPLACING, "", OrderDetails.Kind.REPLACEMENT_PROMISED, actor);
        return new Replacement.Promised();
    }

    /** The replacement has left. */
    public Return send(@Nullable SellerId seller, ReturnId id, String carrier, String trackingNumber, String actor) {
        var row = lock(seller, id);
        var parcel = new Parcel(carrier, trackingNumber);
        var answer = step(row, ReturnState.EXCHANGED, "", OrderDetails.Kind.REPLACEMENT_SENT, actor);
        var part = new PartId(row.sellerOrderId());
        var units = came(row).stream()
                .map(line -> new LineQuantity(line.lineNo(), line.received()))
                .toList();
        var at = clock.instant();
        var shipment = database.call(sql -> new LineLedger(sql).send(part, parcel, units, at, row.id()));
        outbox.publish(new OrderShipped(
                Ids.next(), at, new OrderId(row.purchaseId()), part, new SellerId(row.sellerId()), shipment));
        return answer;
    }

    /** Neither refund nor replacement is due; the answer says why. */
    public Return close(@Nullable SellerId seller, ReturnId id, String answer, String actor) {
        return step(lock(seller, id), ReturnState.CLOSED, answer, OrderDetails.Kind.RETURN_CLOSED, actor);
    }

    public Return find(@Nullable SellerId seller, ReturnId id) {
        return view(database.call(sql -> new ReturnLedger(sql).find(id, seller))
                .orElseThrow(() -> Problem.notFound("order/unknown-return", id)));
    }

    /** The returns of an order, oldest first. */
    public List<Return> of(OrderId id) {
        return database.call(sql -> new ReturnLedger(sql).of(id)).stream()
                .map(this::view)
                .toList();
    }

    /** Returns, the latest change first: those that wait for somebody, or all. Pages from 0. */
    public Found<Return> list(@Nullable SellerId seller, boolean open, int page, int size) {
        var rows = database.call(sql -> new ReturnLedger(sql).list(seller, open, page, size));
        int total = database.call(sql -> new ReturnLedger(sql).count(seller, open));
        return new Found<>(rows.stream().map(this::view).toList(), total);
    }

    /** For how many days after its arrival goods of a seller can be sent back; null asks for the marketplace's own rule. */
    public int days(@Nullable SellerId seller) {
        return database.call(sql -> new ReturnLedger(sql).days(seller, FIRST_DAYS));
    }

    /** Sets that number, 0 to 365; others are a Problem (REFUSED). */
    public void setDays(@Nullable SellerId seller, int days) {
        if (days < 0 || days > 365) {
            throw Problem.refused("order/return-days", days);
        }
        database.call(sql -> {
            new ReturnLedger(sql).setDays(seller, days);
            return null;
        });
    }

    private List<ReturnLedger.LineRow> came(ReturnLedger.Row row) {
        return database.call(sql -> new ReturnLedger(sql).lines(row.id())).stream()
                .filter(line -> line.received() > 0)
                .toList();
    }

    private Return step(
            ReturnLedger.Row row, ReturnState next, String answer, OrderDetails.@Nullable Kind kind, String actor) {
        if (answer.length() > LONGEST_COMMENT) {
            throw Problem.refused("order/return-comment", answer.length());
        }
        var at = clock.instant();
        var order = new OrderId(row.purchaseId());
        database.call(sql -> {
            new ReturnLedger(sql).become(row, next, answer, at);
            return null;
        });
        if (kind != null) {
            note(order, new SellerId(row.sellerId()), kind, actor, at);
        }
        outbox.publish(new ReturnChanged(Ids.next(), at, order, new ReturnId(row.id()), next));
        return find(null, new ReturnId(row.id()));
    }

    private void note(OrderId order, SellerId seller, OrderDetails.Kind kind, String actor, Instant at) {
        store.note(order, new Sale.Event(seller, at, kind, actor, Map.of()));
    }

    /** The order is locked before the return is read again. */
    private ReturnLedger.Row lock(@Nullable SellerId seller, ReturnId id) {
        var seen = database.call(sql -> new ReturnLedger(sql).find(id, seller))
                .orElseThrow(() -> Problem.notFound("order/unknown-return", id));
        database.call(sql -> new RefundLedger(sql).lock(new OrderId(seen.purchaseId())));
        return database.call(sql -> new ReturnLedger(sql).find(id, seller)).orElseThrow();
    }

    private OrderDetails order(OrderId id) {
        return reader.find(id).orElseThrow(() -> Problem.notFound("order/unknown", id));
    }

    private Return view(ReturnLedger.Row row) {
        var lines = database.call(sql -> new ReturnLedger(sql).lines(row.id())).stream()
                .map(line -> new Return.Line(
                        line.lineNo(),
                        line.title(),
                        line.choices(),
                        line.quantity(),
                        line.received(),
                        condition(line.condition()),
                        line.restocked()))
                .toList();
        return new Return(
                new ReturnId(row.id()),
                "R-" + row.number(),
                new OrderId(row.purchaseId()),
                row.orderNumber(),
                new PartId(row.sellerOrderId()),
                new SellerId(row.sellerId()),
                ReturnState.valueOf(row.state()),
                Return.Wish.valueOf(row.wish()),
                Return.Reason.valueOf(row.reason()),
                row.comment(),
                row.answer(),
                row.askedAt(),
                row.changedAt(),
                lines);
    }

    private static Return.@Nullable Condition condition(@Nullable String name) {
        return name == null ? null : Return.Condition.valueOf(name);
    }
}
