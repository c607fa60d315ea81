package dev.galleria.notification;

import dev.galleria.inventory.notices.LowStock;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells a seller what is running low. */
@ApplicationScoped
class MailLowStock implements EventHandler<LowStock> {
    @Inject
    StockMails mails;

    @Override
    public Class<LowStock> type() {
        return LowStock.class;
    }

    @Override
    public void handle(LowStock event) {
        mails.low(event);
    }
}
