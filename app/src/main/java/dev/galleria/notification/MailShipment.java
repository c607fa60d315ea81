package dev.galleria.notification;

import dev.galleria.order.OrderShipped;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the buyer that a parcel has left. */
@ApplicationScoped
class MailShipment implements EventHandler<OrderShipped> {
    @Inject
    OrderMails mails;

    @Override
    public Class<OrderShipped> type() {
        return OrderShipped.class;
    }

    @Override
    public void handle(OrderShipped event) {
        mails.shipped(event.order(), event.part(), event.shipment());
    }
}
