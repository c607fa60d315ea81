package dev.galleria.notification;

import dev.galleria.inventory.notices.StockRequestAsked;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks whether an address that wants to hear of goods is right. */
@ApplicationScoped
class MailStockRequest implements EventHandler<StockRequestAsked> {
    @Inject
    StockMails mails;

    @Override
    public Class<StockRequestAsked> type() {
        return StockRequestAsked.class;
    }

    @Override
    public void handle(StockRequestAsked event) {
        mails.confirm(event.request());
    }
}
