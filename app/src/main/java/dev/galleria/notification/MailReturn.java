package dev.galleria.notification;

import dev.galleria.order.ReturnChanged;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the buyer how far a return has come, and the seller that one was asked for. */
@ApplicationScoped
class MailReturn implements EventHandler<ReturnChanged> {
    @Inject
    AfterMails mails;

    @Override
    public Class<ReturnChanged> type() {
        return ReturnChanged.class;
    }

    @Override
    public void handle(ReturnChanged event) {
        mails.returned(event.back(), event.state());
    }
}
