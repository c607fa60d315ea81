package dev.galleria.notification;

import dev.galleria.order.OrderDetails;
import dev.galleria.order.OrderId;
import dev.galleria.order.Orders;
import dev.galleria.order.PartId;
import dev.galleria.order.ShipmentId;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Writes and queues the mails about orders. */
@ApplicationScoped
class OrderMails {
    @Inject
    Orders orders;

    @Inject
    Mailer mailer;

    @Inject
    Letters letters;

    @Inject
    Tenancy tenancy;

    void confirm(OrderId id) {
        var order = order(id);
        var letter = letter(order);
        queue("order-confirmed:" + id, order, "confirmed", letter.confirmed());
    }

    void shipped(OrderId id, PartId sent, ShipmentId parcel) {
        var order = order(id);
        var part = order.parts().stream()
                .filter(one -> one.id().equals(sent))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("order/unknown-part", sent));
        queue("order-shipped:" + parcel, order, "shipped", letter(order).shipped(part, parcel));
    }

    void canceled(OrderId id) {
        var order = order(id);
        queue("order-canceled:" + id, order, "canceled", letter(order).canceled());
    }

    private void queue(String reference, OrderDetails order, String template, Map<String, Object> values) {
        mailer.queue(new NewMail(
                reference,
                order.email(),
                order.locale(),
                values.get("subject").toString(),
                letters.html(template, values, order.locale()),
                letters.text("order", values, order.locale())));
    }

    private OrderLetter letter(OrderDetails order) {
        var tenant = tenancy.current();
        return new OrderLetter(order, tenant, tenancy.address(tenant));
    }

    private OrderDetails order(OrderId id) {
        return orders.find(id).orElseThrow(() -> Problem.notFound("order/unknown", id));
    }
}
