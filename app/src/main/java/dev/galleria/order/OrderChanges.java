package dev.galleria.order;

import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.LineQuantity;
import dev.galleria.payment.Payments;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.pricing.promotions.Coupons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Changes of orders, one transaction each. The order's row is locked first, so that cancel and ship take turns. */
@ApplicationScoped
@Transactional
public class OrderChanges {
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
    Payments payments;

    @Inject
    Refunds refunds;

    @Inject
    Outbox outbox;

    @Inject
    Coupons coupons;

    @Inject
    Clock clock;

    /** What cancellations by units have already taken out of it is neither restocked nor paid twice. */
    Cancellation cancel(OrderId id, String actor) {
        var purchase = lock(id);
        var parts = parts(id);
        var order = reader.find(id).orElseThrow();
        boolean first = purchase.state() != OrderState.CANCELED;
        if (first && !order.cancelable()) {
            return new Cancellation.TooLate(purchase.state());
        }
        var refunded = captured(order);
        if (first) {
            parts.forEach(part -> part.become(OrderState.CANCELED));
            purchase.follow(parts);
            entities.flush();
            coupons.giveBack(id.value());
            giveBack(order, actor);
        }
        return new Cancellation.Canceled(refunded);
    }

    private void giveBack(OrderDetails order, String actor) {
        var at = clock.instant();
        var lines = order.lines().stream()
                .filter(line -> line.open() > 0)
                .map(line -> new LineQuantity(line.lineNo(), line.open()))
                .toList();
        if (lines.equals(order.lines().stream()
                .map(line -> new LineQuantity(line.lineNo(), line.quantity()))
                .toList())) {
            inventory.restock(order.id().value(), lines, actor, "canceled");
        } else {
            inventory.takeBack(order.id().value(), "cancel", lines, actor, "canceled");
        }
        database.call(sql -> {
            new LineLedger(sql).count(order.id(), LineLedger.Fate.CANCELED, lines);
            return null;
        });
        store.note(order.id(), new Sale.Event(null, at, OrderDetails.Kind.CANCELED, actor, Map.of()));
        outbox.publish(new OrderCanceled(Ids.next(), at, order.id(), actor));
        var ask = new RefundLedger.Ask(
                order.id(), "cancel:" + order.id(), "all", Refund.Kind.CANCELLATION, "canceled", actor);
        refunds.give(order, ask, RefundFormula::rest);
    }

    private Money captured(OrderDetails order) {
        var payment = order.payment();
        return payment == null
                ? Money.zero(order.totals().total().currency())
                : payments.status(payment).captured();
    }

    private Purchase lock(OrderId id) {
        var purchase = entities.find(Purchase.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (purchase == null) {
            throw Problem.notFound("order/unknown", id);
        }
        return purchase;
    }

    private List<SellerOrder> parts(OrderId id) {
        return entities.createQuery("SELECT s FROM SellerOrder s WHERE s.purchase = :id", SellerOrder.class)
                .setParameter("id", id.value())
                .getResultList();
    }
}
