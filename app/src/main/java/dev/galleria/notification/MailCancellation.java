package dev.galleria.notification;

import dev.galleria.order.OrderCanceled;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the buyer that the order is off. */
@ApplicationScoped
class MailCancellation implements EventHandler<OrderCanceled> {
    @Inject
    OrderMails mails;

    @Override
    public Class<OrderCanceled> type() {
        return OrderCanceled.class;
    }

    @Override
    public void handle(OrderCanceled event) {
        mails.canceled(event.order());
    }
}
