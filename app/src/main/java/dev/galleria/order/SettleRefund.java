package dev.galleria.order;

import dev.galleria.payment.RefundSettled;
import dev.galleria.platform.Database;
import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Writes down what the gateway has made of a refund. One that failed stays promised; staff tries it again. */
@ApplicationScoped
class SettleRefund implements EventHandler<RefundSettled> {
    @Inject
    Database database;

    @Inject
    OrderStore store;

    @Override
    public Class<RefundSettled> type() {
        return RefundSettled.class;
    }

    @Override
    public void handle(RefundSettled event) {
        RefundPurpose.read(event.purpose())
                .ifPresent(purpose -> database.call(sql -> {
                    var ledger = new RefundLedger(sql);
                    var row = ledger.find(purpose.refund()).filter(one -> one.attempt() == purpose.attempt());
                    if (row.isPresent()
                            && ledger.settle(purpose.refund(), event.succeeded(), event.occurredAt())
                            && !event.succeeded()) {
                        var detail = Map.of("amount", event.amount().toString());
                        store.note(
                                new OrderId(row.get().purchaseId()),
                                new Sale.Event(
                                        null, event.occurredAt(), OrderDetails.Kind.REFUND_FAILED, "gateway", detail));
                    }
                    return null;
                }));
    }
}
