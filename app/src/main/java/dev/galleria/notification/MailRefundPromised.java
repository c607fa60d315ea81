package dev.galleria.notification;

import dev.galleria.order.RefundPromised;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the buyer that money goes back. */
@ApplicationScoped
class MailRefundPromised implements EventHandler<RefundPromised> {
    @Inject
    AfterMails mails;

    @Override
    public Class<RefundPromised> type() {
        return RefundPromised.class;
    }

    @Override
    public void handle(RefundPromised event) {
        mails.refunded(event.order(), event.refund());
    }
}
