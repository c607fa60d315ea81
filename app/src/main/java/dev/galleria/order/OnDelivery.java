package dev.galleria.order;

import dev.galleria.payment.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Cash that is to be collected. */
@ApplicationScoped
class OnDelivery {
    @Inject
    OrderReader reader;

    @Inject
    Payments payments;

    /** Nothing is collected for an order of which nothing is left. Repeatable; not inside a transaction. */
    void callOff(OrderId id) {
        reader.find(id)
                .filter(order -> order.state() == OrderState.CANCELED)
                .filter(order -> order.paymentMethod().equals("cod"))
                .map(OrderDetails::payment)
                .ifPresent(payments::cancel);
    }
}
