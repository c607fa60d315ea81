package dev.galleria.payment;

import dev.galleria.platform.Money;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A wish to have a checkout paid. The lines are what the gateway's page shows; if they do not sum up to the amount, the
 * description stands for all. The addresses are where the gateway sends the shopper afterwards.
 */
public record BeginPayment(
        UUID checkoutId,
        String gateway,
        Money amount,
        String description,
        List<Line> lines,
        String email,
        Locale locale,
        String successUrl,
        String cancelUrl) {

    /** One line of the gateway's page: the amount is for one unit. */
    public record Line(String label, int quantity, Money unit) {}
}
