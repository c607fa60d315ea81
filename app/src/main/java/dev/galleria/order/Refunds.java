package dev.galleria.order;

import dev.galleria.ledger.Books;
import dev.galleria.order.Refundable.Share;
import dev.galleria.payment.PaymentState;
import dev.galleria.payment.PaymentStatus;
import dev.galleria.payment.Payments;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Money back after an order was placed, always cut from what was allocated then. Staff may refund any order, a seller its own
 * part; whoever calls has checked that. More than is left, or more units than are left, is a Problem (REFUSED).
 */
@ApplicationScoped
@Transactional
public class Refunds {
    @Inject
    Database database;

    @Inject
    OrderReader reader;

    @Inject
    OrderStore store;

    @Inject
    Payments payments;

    @Inject
    Books books;

    @Inject
    Papers papers;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Staff refunds an order. The same token gives the first answer, with another wish it is a Problem (REFUSED). */
    public Refund refund(OrderId id, RefundWish wish, String token, String reason, String actor) {
        return refund(id, null, wish, token, reason, actor);
    }

    /** A seller refunds from its own part; another's part is a Problem (NOT_FOUND). */
    public Refund refund(SellerId seller, PartId part, RefundWish wish, String token, String reason, String actor) {
        var id = OrderStore.orderOf(database, seller, part);
        return refund(id, seller, wish, token, reason, actor);
    }

    private Refund refund(
            OrderId id, @Nullable SellerId seller, RefundWish wish, String token, String reason, String actor) {
        var order = reader.find(id).orElseThrow(() -> Problem.notFound("order/unknown", id));
        var kind = wish instanceof RefundWish.Whole
                ? Refund.Kind.WHOLE
                : wish instanceof RefundWish.Units ? Refund.Kind.LINES : Refund.Kind.AMOUNT;
        var own = order.parts().stream()
                .filter(part -> seller == null || part.seller().equals(seller))
                .map(OrderDetails.Part::partNo)
                .toList();
        var ask = new RefundLedger.Ask(id, token, seller + " " + wish.text(), kind, reason, actor);
        return give(order, ask, from -> cut(mine(from, own), wish, order))
                .orElseThrow(() -> Problem.refused("order/refund-amount", "nothing is left"));
    }

    private static List<Refundable> mine(List<Refundable> from, List<Integer> parts) {
        return from.stream().filter(one -> parts.contains(one.partNo())).toList();
    }

    private static List<Share> cut(List<Refundable> from, RefundWish wish, OrderDetails order) {
        if (wish instanceof RefundWish.Whole whole) {
            return RefundFormula.rest(withShipping(from, whole.shipping()));
        }
        if (wish instanceof RefundWish.Amount amount) {
            if (!amount.amount().currency().equals(order.totals().total().currency())) {
                throw Problem.refused("order/refund-amount", amount.amount());
            }
            return RefundFormula.amount(
                    withShipping(from, amount.shipping()), amount.amount().minorUnits());
        }
        return units(from, (RefundWish.Units) wish);
    }

    private static List<Share> units(List<Refundable> from, RefundWish.Units wish) {
        if (wish.lines().isEmpty() && !wish.shipping()) {
            throw Problem.refused("order/refund-units", 0);
        }
        var shares = new ArrayList<Share>();
        for (var line : wish.lines()) {
            var found = from.stream()
                    .filter(one -> one.lineNo() == line.lineNo())
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("order/unknown-line", line.lineNo()));
            if (shares.stream().anyMatch(share -> share.lineNo() == line.lineNo())) {
                throw Problem.refused("order/refund-units", "line " + line.lineNo() + " twice");
            }
            shares.add(RefundFormula.units(found, line.quantity()));
        }
        var parts = shares.stream().map(Share::partNo).collect(Collectors.toSet());
        if (wish.shipping()) {
            shares.addAll(RefundFormula.rest(from.stream()
                    .filter(Refundable::shipping)
                    .filter(one -> parts.isEmpty() || parts.contains(one.partNo()))
                    .toList()));
        }
        return shares;
    }

    private static List<Refundable> withShipping(List<Refundable> from, boolean shipping) {
        return from.stream().filter(one -> shipping || !one.shipping()).toList();
    }

    /**
     * Records a refund, notes it on the timeline, issues the credit notes and has the money sent; empty if it comes to nothing.
     * Joins the caller's transaction, which must not take further locks: a series may be locked.
     */
    Optional<Refund> give(OrderDetails order, RefundLedger.Ask ask, Function<List<Refundable>, List<Share>> cut) {
        // Under the order's lock, so that no courier brings the cash in between.
        database.call(sql -> new RefundLedger(sql).lock(order.id()));
        var settlement = settlement(order);
        var at = clock.instant();
        var recorded = database.call(
                sql -> Optional.ofNullable(new RefundLedger(sql).record(Ids.next(), ask, settlement, at, cut)));
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        var row = recorded.get().row();
        if (recorded.get().made()) {
            var amount = Map.of("amount", money(order, row.amountMinor()).toString(), "reason", row.reason());
            for (var seller : charged(row) ? sellers(order, row.id()) : List.<Sharing>of()) {
                store.note(
                        order.id(),
                        new Sale.Event(
                                seller.id(), at, OrderDetails.Kind.REFUNDED, row.actor(), amounts(amount, seller)));
            }
            send(order, row);
            outbox.publish(new RefundPromised(Ids.next(), at, order.id(), row.id()));
            papers.credit(order, view(order, row));
        }
        return Optional.of(view(order, row));
    }

    private static boolean charged(RefundLedger.Row row) {
        return !row.settlement().equals(RefundLedger.Settlement.UNCHARGED.name());
    }

    private record Sharing(SellerId id, Money amount) {}

    private static Map<String, String> amounts(Map<String, String> detail, Sharing seller) {
        var own = new HashMap<>(detail);
        own.put("amount", seller.amount().toString());
        return own;
    }

    private List<Sharing> sellers(OrderDetails order, UUID refund) {
        var shares = database.call(sql -> new RefundLedger(sql).entries(refund));
        return order.parts().stream()
                .map(part -> new Sharing(
                        part.seller(),
                        money(
                                order,
                                shares.stream()
                                        .filter(share -> share.partNo() == part.partNo())
                                        .mapToLong(Share::amount)
                                        .sum())))
                .filter(sharing -> !sharing.amount().isZero())
                .toList();
    }

    private RefundLedger.Settlement settlement(OrderDetails order) {
        var payment = order.payment();
        if (payment == null) {
            return RefundLedger.Settlement.BY_HAND;
        }
        var status = payments.status(payment);
        boolean nothingTaken =
                status.captured().isZero() || toCollect(status) && taken(status).isZero();
        return nothingTaken ? RefundLedger.Settlement.UNCHARGED : RefundLedger.Settlement.GATEWAY;
    }

    /** Whether a courier is still to bring what credit has not paid. */
    private static boolean toCollect(PaymentStatus status) {
        return status.state() == PaymentState.AUTHORIZED;
    }

    private static Money taken(PaymentStatus status) {
        return status.captured().minus(status.refunded());
    }

    private void send(OrderDetails order, RefundLedger.Row row) {
        var payment = order.payment();
        if (payment == null) {
            return;
        }
        var amount = money(order, row.amountMinor());
        var purpose = RefundPurpose.of(row.id(), row.attempt());
        books.plan(purpose, plan(order, row));
        var sent = money(order, 0);
        if (row.settlement().equals(RefundLedger.Settlement.GATEWAY.name())) {
            var status = payments.status(payment);
            // What a courier is still to bring is not given back but not asked for.
            sent = toCollect(status) && amount.isMoreThan(taken(status)) ? taken(status) : amount;
            // Credit was given back by the first attempt, whatever the gateway then said.
            sent = sent.minus(payments.creditGiven(payment, RefundPurpose.all(row.id())));
            payments.refund(payment, sent, purpose, "Order " + order.number() + ": " + row.reason());
        }
        if (row.attempt() == 1) {
            books.waived(order.id().value(), row.id().toString(), amount.minus(sent), purpose);
        }
    }

    /** Whose goods, shipping and tax it is for. */
    private List<dev.galleria.ledger.Share> plan(OrderDetails order, RefundLedger.Row row) {
        var entries = database.call(sql -> new RefundLedger(sql).entries(row.id()));
        return order.parts().stream()
                .map(part -> {
                    var own = entries.stream()
                            .filter(share -> share.partNo() == part.partNo())
                            .toList();
                    long tax = Math.max(0, own.stream().mapToLong(Share::tax).sum());
                    return new dev.galleria.ledger.Share(
                            part.seller(),
                            money(order, net(own, false)),
                            money(order, net(own, true)),
                            money(order, tax));
                })
                .filter(share -> !share.total().isZero())
                .toList();
    }

    private static long net(List<Share> shares, boolean shipping) {
        return Math.max(
                0,
                shares.stream()
                        .filter(share -> shipping == (share.lineNo() == 0))
                        .mapToLong(share -> share.amount() - share.tax())
                        .sum());
    }

    /** Has a refund that the gateway refused tried once more; one that has not failed is a Problem (CONFLICT). */
    public void again(OrderId id, UUID refund) {
        var order = reader.find(id).orElseThrow(() -> Problem.notFound("order/unknown", id));
        var row = database.call(sql -> {
            var ledger = new RefundLedger(sql);
            ledger.lock(id);
            return ledger.find(refund)
                    .filter(one -> one.purchaseId().equals(id.value()))
                    .flatMap(one -> ledger.again(refund));
        });
        send(order, row.orElseThrow(() -> Problem.conflict("order/refund-not-failed", refund)));
    }

    /** The refunds of an order, oldest first. */
    public List<Refund> of(OrderId id) {
        return reader.find(id)
                .map(order -> database.call(sql -> new RefundLedger(sql).of(id)).stream()
                        .map(row -> view(order, row))
                        .toList())
                .orElse(List.of());
    }

    /** What can still be given back, of an order or of one part of it. */
    public Money left(OrderId id, @Nullable Integer partNo) {
        var order = reader.find(id).orElseThrow(() -> Problem.notFound("order/unknown", id));
        return money(
                order,
                database.call(sql -> new RefundLedger(sql).allocation(id)).stream()
                        .filter(one -> partNo == null || one.partNo() == partNo)
                        .mapToLong(Refundable::rest)
                        .sum());
    }

    private Refund view(OrderDetails order, RefundLedger.Row row) {
        var entries = database.call(sql -> new RefundLedger(sql).entries(row.id())).stream()
                .map(share -> new Refund.Entry(
                        share.partNo(),
                        share.lineNo(),
                        share.quantity(),
                        money(order, share.amount()),
                        money(order, share.tax())))
                .toList();
        return new Refund(
                row.id(),
                Refund.Kind.valueOf(row.kind()),
                money(order, row.amountMinor()),
                money(order, row.taxMinor()),
                row.reason(),
                row.actor(),
                Refund.Settlement.valueOf(row.settlement()),
                Refund.State.valueOf(row.state()),
                row.at(),
                entries);
    }

    private static Money money(OrderDetails order, long minor) {
        return new Money(minor, order.totals().total().currency());
    }
}
