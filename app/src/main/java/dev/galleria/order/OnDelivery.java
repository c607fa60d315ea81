package dev.galleria.order;

import dev.galleria.payment.PaymentState;
import dev.galleria.payment.PaymentStatus;
import dev.galleria.payment.Payments;
import dev.galleria.platform.Database;
import dev.galleria.platform.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Cash that is to be collected. */
@ApplicationScoped
class OnDelivery {
    @Inject
    OrderReader reader;

    @Inject
    Payments payments;

    @Inject
    Database database;

    /**
     * Once all of an order that was not canceled has arrived, its cash has, too: what refunds have not waived of it. Repeatable;
     * in the transaction that has locked the order.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void collect(OrderId id) {
        var order = reader.find(id).orElseThrow();
        var payment = order.payment();
        if (payment == null || order.state() != OrderState.DELIVERED) {
            return;
        }
        var status = payments.status(payment);
        if (status.state() == PaymentState.AUTHORIZED) {
            payments.collected(payment, due(status, database.call(sql -> new RefundLedger(sql).allocation(id))));
        }
    }

    /** Before the cash has come credit alone has given anything back; all other refunds have only been waived. */
    static Money due(PaymentStatus status, List<Refundable> allocation) {
        long back = allocation.stream().mapToLong(Refundable::back).reduce(0, Math::addExact);
        var waived = new Money(back, status.amount().currency()).minus(status.refunded());
        return status.amount().minus(waived);
    }

    /** Nothing is collected for an order of which nothing is left. Repeatable; not inside a transaction. */
    void callOff(OrderId id) {
        reader.find(id)
                .filter(order -> order.state() == OrderState.CANCELED)
                .filter(order -> order.paymentMethod().equals("cod"))
                .map(OrderDetails::payment)
                .ifPresent(payments::cancel);
    }
}
