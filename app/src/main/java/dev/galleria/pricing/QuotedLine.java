package dev.galleria.pricing;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;

/**
 * A line with its price.
 *
 * @param tax contained in the price where prices include tax, otherwise added to it
 * @param total what the buyer pays for the line, tax included
 */
public record QuotedLine(
        int lineNo,
        SellerId seller,
        int quantity,
        Money unitPrice,
        Money subtotal,
        Money discount,
        int taxRatePpm,
        Money tax,
        Money total) {}
