package dev.galleria.notification;

import dev.galleria.order.OrderPlaced;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Confirms an order to its buyer. */
@ApplicationScoped
class MailConfirmation implements EventHandler<OrderPlaced> {
    @Inject
    OrderMails mails;

    @Override
    public Class<OrderPlaced> type() {
        return OrderPlaced.class;
    }

    @Override
    public void handle(OrderPlaced event) {
        mails.confirm(event.order());
    }
}
