package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.payment.PaymentId;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order as it is first written: the deal, how it was paid and what has happened so far. */
record Sale(
        OrderId order,
        String number,
        CheckoutId checkout,
        @Nullable PaymentId payment,
        @Nullable AccountId account,
        Locale locale,
        OrderState state,
        String paymentMethod,
        Deal deal,
        Instant placedAt,
        List<Event> events,
        List<Sent> sent) {

    /** Something that has happened to the order, or to one seller's part of it. */
    record Event(
            @Nullable SellerId seller, Instant at, OrderDetails.Kind kind, String actor, Map<String, String> detail) {
        static Event placed(Instant at) {
            return new Event(null, at, OrderDetails.Kind.PLACED, "shopper", Map.of());
        }
    }

    /** A seller's parcel that has left, and perhaps arrived. */
    record Sent(
            SellerId seller,
            String carrier,
            String trackingNumber,
            @Nullable String trackingUrl,
            Instant shippedAt,
            @Nullable Instant deliveredAt) {}
}
