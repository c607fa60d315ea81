package dev.galleria.pricing;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;

/**
 * One seller's share. The totals of all parcels add up to the total of the quote.
 *
 * @param subtotal unit prices × quantities
 * @param shipping as listed, before any tax that is added
 * @param tax of the lines and of the shipping together
 * @param total what the buyer pays for this parcel, tax included
 */
public record QuotedParcel(
        SellerId seller,
        Money subtotal,
        Money discount,
        Money shipping,
        int shippingTaxRatePpm,
        Money shippingTax,
        Money tax,
        Money total) {}
