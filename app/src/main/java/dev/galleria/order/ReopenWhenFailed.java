package dev.galleria.order;

import dev.galleria.payment.PaymentFailed;
import dev.galleria.payment.PaymentState;
import dev.galleria.payment.Payments;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives the stock of a failed payment back and lets the shopper try again. */
@ApplicationScoped
class ReopenWhenFailed implements EventHandler<PaymentFailed> {
    @Inject
    CheckoutDesk desk;

    @Inject
    Payments payments;

    @Override
    public Class<PaymentFailed> type() {
        return PaymentFailed.class;
    }

    @Override
    public void handle(PaymentFailed event) {
        var newest = payments.ofCheckout(event.checkoutId());
        if (newest.isPresent() && newest.get().id().equals(event.payment())) {
            desk.reopen(
                    new CheckoutId(event.checkoutId()),
                    event.state() == PaymentState.CANCELED
                            ? CheckoutView.Notice.PAYMENT_CANCELED
                            : CheckoutView.Notice.PAYMENT_FAILED);
        }
    }
}
