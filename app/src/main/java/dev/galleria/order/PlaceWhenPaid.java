package dev.galleria.order;

import dev.galleria.payment.PaymentCaptured;
import dev.galleria.platform.EventHandler;
import dev.galleria.platform.FailPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Places the order of a shopper who paid and never came back. */
@ApplicationScoped
class PlaceWhenPaid implements EventHandler<PaymentCaptured> {
    @Inject
    Placement placement;

    @Override
    public Class<PaymentCaptured> type() {
        return PaymentCaptured.class;
    }

    @Override
    public void handle(PaymentCaptured event) {
        FailPoint.hit("payment.committed-before-order");
        placement.place(new CheckoutId(event.checkoutId()), event.payment());
    }
}
