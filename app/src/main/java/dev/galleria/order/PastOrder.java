package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.account.Address;
import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order that was placed and paid elsewhere.
 *
 * @param reference its name there; brought in once
 * @param paymentMethod what was used there, as a word
 * @param shippingPrice for the whole order, as it was shown; shared out by what each seller's goods are worth
 */
public record PastOrder(
        String reference,
        Instant placedAt,
        @Nullable AccountId account,
        String email,
        Locale locale,
        Address address,
        OrderState state,
        String paymentMethod,
        String shippingMethod,
        String shippingLabel,
        Money shippingPrice,
        List<Line> lines) {

    /** So many of an offer at the price of that day, as it was shown. */
    public record Line(OfferId offer, int quantity, Money unitPrice) {}
}
