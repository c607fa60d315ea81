package dev.galleria.pricing;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.util.List;

/**
 * What everything costs, exactly: total = subtotal − discount + shipping, plus tax where prices do not include it. Tells
 * how each figure came about. What promotions take off goods is in the discounts; shipping is what is left of it.
 *
 * @param deductions what each promotion takes off where
 */
public record Quote(
        List<QuotedLine> lines,
        List<QuotedParcel> parcels,
        Money subtotal,
        Money discount,
        Money shipping,
        Money tax,
        boolean taxIncluded,
        Money total,
        List<Step> explanation,
        List<Deduction> deductions) {
    // What was stored before there were promotions says nothing of them. Written out: up to JDK 20 the parameters of a
    // compact constructor have lost what their lists hold (JDK-8292275), and a stored quote would be read as maps.
    @SuppressWarnings({"ConstantConditions", "NullAway"})
    public Quote(
            List<QuotedLine> lines,
            List<QuotedParcel> parcels,
            Money subtotal,
            Money discount,
            Money shipping,
            Money tax,
            boolean taxIncluded,
            Money total,
            List<Step> explanation,
            List<Deduction> deductions) {
        this.lines = lines;
        this.parcels = parcels;
        this.subtotal = subtotal;
        this.discount = discount;
        this.shipping = shipping;
        this.tax = tax;
        this.taxIncluded = taxIncluded;
        this.total = total;
        this.explanation = explanation;
        this.deductions = deductions == null ? List.of() : deductions;
    }

    /** The share of that seller, who must have one. */
    public QuotedParcel parcel(SellerId seller) {
        return parcels.stream()
                .filter(parcel -> parcel.seller().equals(seller))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parcel of " + seller));
    }
}
