package dev.galleria.order;

import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.LineQuantity;
import dev.galleria.payment.Payments;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
    Outbox outbox;

    @Inject
    Clock clock;

    Cancellation cancel(OrderId id, String actor) {
        var purchase = lock(id);
        var parts = parts(id);
        var order = reader.find(id).orElseThrow();
        boolean first = purchase.state() != OrderState.CANCELED;
        if (first && !parts.stream().allMatch(part -> part.state().mayBecome(OrderState.CANCELED))) {
            return new Cancellation.TooLate(purchase.state());
        }
        var refunded = captured(order);
        if (first) {
            parts.forEach(part -> part.become(OrderState.CANCELED));
            purchase.follow(parts);
            entities.flush();
            giveBack(order, refunded, actor);
        }
        return new Cancellation.Canceled(refunded);
    }

    private void giveBack(OrderDetails order, Money money, String actor) {
        var at = clock.instant();
        var lines = order.lines().stream()
                .map(line -> new LineQuantity(line.lineNo(), line.quantity()))
                .toList();
        inventory.restock(order.id().value(), lines, actor, "canceled");
        store.note(order.id(), new Sale.Event(null, at, OrderDetails.Kind.CANCELED, actor, Map.of()));
        var payment = order.payment();
        if (payment != null && !money.isZero()) {
            payments.refund(payment, money, "cancel:" + order.id(), "Order " + order.number() + " canceled");
            var amount = Map.of("amount", money.toString());
            store.note(order.id(), new Sale.Event(null, at, OrderDetails.Kind.REFUNDED, actor, amount));
        }
        outbox.publish(new OrderCanceled(Ids.next(), at, order.id(), actor));
    }

    private Money captured(OrderDetails order) {
        var payment = order.payment();
        return payment == null
                ? Money.zero(order.totals().total().currency())
                : payments.status(payment).captured();
    }

    void ship(SellerId seller, PartId id, Parcel parcel, String actor) {
        var part = lock(seller, id);
        if (part.state() == OrderState.SHIPPED && shippedAs(id, parcel)) {
            return;
        }
        part.become(OrderState.SHIPPED);
        follow(part);
        var at = clock.instant();
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO shipment (id, seller_order_id, carrier, tracking_number, tracking_url, shipped_at)
                        VALUES (:id, :part, :carrier, :number, :url, :at)""")
                .bind("id", Ids.next())
                .bind("part", id.value())
                .bind("carrier", parcel.carrier())
                .bind("number", parcel.trackingNumber())
                .bind("url", parcel.trackingUrl())
                .bind("at", at)
                .execute());
        var detail = Map.of("carrier", parcel.carrier(), "tracking", parcel.trackingNumber());
        store.note(part.purchase(), new Sale.Event(seller, at, OrderDetails.Kind.SHIPPED, actor, detail));
        outbox.publish(new OrderShipped(Ids.next(), at, part.purchase(), id, seller));
    }

    void deliver(SellerId seller, PartId id, String actor) {
        var part = lock(seller, id);
        if (part.state() == OrderState.DELIVERED) {
            return;
        }
        part.become(OrderState.DELIVERED);
        follow(part);
        var at = clock.instant();
        database.call(
                sql -> sql.execute("UPDATE shipment SET delivered_at = ? WHERE seller_order_id = ?", at, id.value()));
        store.note(part.purchase(), new Sale.Event(seller, at, OrderDetails.Kind.DELIVERED, actor, Map.of()));
        outbox.publish(new OrderDelivered(Ids.next(), at, part.purchase(), id, seller));
    }

    private boolean shippedAs(PartId id, Parcel parcel) {
        return database.call(sql -> sql.createQuery(
                                """
                        SELECT count(*) FROM shipment
                         WHERE seller_order_id = :part AND carrier = :carrier AND tracking_number = :number""")
                        .bind("part", id.value())
                        .bind("carrier", parcel.carrier())
                        .bind("number", parcel.trackingNumber())
                        .mapTo(int.class)
                        .one()
                > 0);
    }

    private void follow(SellerOrder changed) {
        entities.find(Purchase.class, changed.purchase().value()).follow(parts(changed.purchase()));
        entities.flush();
        database.call(sql -> sql.execute(
                "UPDATE seller_order SET changed_at = now() WHERE id = ?",
                changed.id().value()));
    }

    private Purchase lock(OrderId id) {
        var purchase = entities.find(Purchase.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (purchase == null) {
            throw Problem.notFound("order/unknown", id);
        }
        return purchase;
    }

    /** Somebody else's part is as unknown as none. The order is locked before the part is read. */
    private SellerOrder lock(SellerId seller, PartId id) {
        var purchase = database.call(
                sql -> sql.createQuery("SELECT purchase_id FROM seller_order WHERE id = :id AND seller_id = :seller")
                        .bind("id", id.value())
                        .bind("seller", seller.value())
                        .mapTo(UUID.class)
                        .findOne());
        lock(new OrderId(purchase.orElseThrow(() -> Problem.notFound("order/unknown-part", id))));
        return entities.find(SellerOrder.class, id.value());
    }

    private List<SellerOrder> parts(OrderId id) {
        return entities.createQuery("SELECT s FROM SellerOrder s WHERE s.purchase = :id", SellerOrder.class)
                .setParameter("id", id.value())
                .getResultList();
    }
}
