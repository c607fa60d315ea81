package dev.galleria.order;

import dev.galleria.inventory.LineQuantity;
import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** A seller's own parts of orders. Another seller's part is a Problem (NOT_FOUND), like one that does not exist. */
@ApplicationScoped
public class SellerOrders {
    @Inject
    Database database;

    @Inject
    OrderLists lists;

    @Inject
    OrderReader reader;

    @Inject
    Fulfillment fulfillment;

    @Inject
    OnDelivery onDelivery;

    /** The seller's parts, newest first. */
    public Found<PartSummary> partsOf(SellerId seller, OrderFilter filter) {
        return partsOf(seller, filter, PartOrder.PLACED, false);
    }

    /** The seller's parts in that order. */
    public Found<PartSummary> partsOf(SellerId seller, OrderFilter filter, PartOrder order, boolean ascending) {
        return lists.ofSeller(seller, filter, order, ascending);
    }

    /** One part with its own lines and the label. */
    public PartDetails part(SellerId seller, PartId id) {
        var order = database.call(sql -> sql.createQuery(
                                "SELECT purchase_id FROM seller_order WHERE id = :id AND seller_id = :seller")
                        .bind("id", id.value())
                        .bind("seller", seller.value())
                        .mapTo(UUID.class)
                        .findOne())
                .flatMap(purchase -> reader.find(new OrderId(purchase)))
                .orElseThrow(() -> Problem.notFound("order/unknown-part", id));
        var part = order.parts().stream()
                .filter(own -> own.id().equals(id))
                .findFirst()
                .orElseThrow();
        List<OrderDetails.Event> timeline = order.timeline().stream()
                .filter(event -> seller.equals(event.seller())
                        || event.seller() == null
                                && event.kind() != OrderDetails.Kind.REFUNDED
                                && event.kind() != OrderDetails.Kind.REFUND_FAILED)
                .toList();
        return new PartDetails(
                part, order.number(), order.placedAt(), order.address(), order.paymentMethod(), timeline);
    }

    /**
     * Marks units as sent in one parcel. Repeating it with the same carrier and number changes nothing; units that cannot be
     * sent (any more) are a Problem (CONFLICT), an unusable carrier or number one (REFUSED).
     */
    public ShipmentId ship(
            SellerId seller, PartId id, String carrier, String trackingNumber, List<LineQuantity> units, String actor) {
        if (units.isEmpty()) {
            throw Problem.refused("order/no-units", id);
        }
        return fulfillment.ship(seller, id, new Parcel(carrier, trackingNumber), units, actor);
    }

    /** Marks one parcel as arrived. Repeating changes nothing; an unknown parcel is a Problem (NOT_FOUND). */
    public void deliver(SellerId seller, PartId id, ShipmentId parcel, String actor) {
        fulfillment.deliver(seller, id, parcel, actor);
    }

    /**
     * Cancels units of the seller's own part that have not been sent: they go back to the shelves, their money to the buyer. Once
     * per token; units that have been sent meanwhile are a Problem (CONFLICT).
     */
    public void cancel(SellerId seller, PartId id, List<LineQuantity> units, String token, String actor) {
        var order = OrderStore.orderOf(database, seller, id);
        fulfillment.cancel(order, seller, units, token, actor);
        onDelivery.callOff(order);
    }

    /**
     * Marks what is left of the part as sent. Repeating it with the same parcel changes nothing; a part that cannot be sent (any more) is a
     * Problem (CONFLICT), an unusable carrier or number one (REFUSED).
     */
    public void ship(SellerId seller, PartId id, String carrier, String trackingNumber, String actor) {
        fulfillment.ship(seller, id, new Parcel(carrier, trackingNumber), List.of(), actor);
    }

    /** Marks the part as arrived. Repeating changes nothing; a part that has not been sent is a Problem (CONFLICT). */
    public void deliver(SellerId seller, PartId id, String actor) {
        fulfillment.deliver(seller, id, null, actor);
    }
}
