package dev.galleria.notification;

import dev.galleria.order.LinesCanceled;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the buyer which order has lost articles. */
@ApplicationScoped
class MailLinesCanceled implements EventHandler<LinesCanceled> {
    @Inject
    AfterMails mails;

    @Override
    public Class<LinesCanceled> type() {
        return LinesCanceled.class;
    }

    @Override
    public void handle(LinesCanceled event) {
        mails.linesCanceled(event.order(), event.eventId());
    }
}
