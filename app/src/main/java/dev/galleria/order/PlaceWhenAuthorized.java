package dev.galleria.order;

import dev.galleria.payment.PaymentAuthorized;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Places the order of a shopper who chose to pay on delivery, if the request that did so was cut off. */
@ApplicationScoped
class PlaceWhenAuthorized implements EventHandler<PaymentAuthorized> {
    @Inject
    Placement placement;

    @Override
    public Class<PaymentAuthorized> type() {
        return PaymentAuthorized.class;
    }

    @Override
    public void handle(PaymentAuthorized event) {
        placement.place(new CheckoutId(event.checkoutId()), event.payment());
    }
}
