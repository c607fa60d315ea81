package dev.galleria.notification;

import dev.galleria.inventory.notices.BackInStock;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells who has waited that it can be had again. */
@ApplicationScoped
class MailBackInStock implements EventHandler<BackInStock> {
    @Inject
    StockMails mails;

    @Override
    public Class<BackInStock> type() {
        return BackInStock.class;
    }

    @Override
    public void handle(BackInStock event) {
        mails.back(event.request());
    }
}
