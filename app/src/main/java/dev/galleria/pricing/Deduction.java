package dev.galleria.pricing;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one promotion takes off, line by line and parcel by parcel; its parts are what refunds are later reckoned from.
 *
 * @param name as the marketplace calls it towards shoppers
 * @param coupon that was needed for it; null if none was
 */
public record Deduction(
        UUID promotion, String name, @Nullable UUID coupon, List<OffLine> lines, List<OffParcel> parcels) {
    /** Taken off a line's goods. */
    public record OffLine(int lineNo, Money amount) {}

    /** Taken off what sending a seller's parcel costs. */
    public record OffParcel(SellerId seller, Money amount) {}

    /** All that it takes off that line. */
    Money off(PriceLine line) {
        return lines.stream()
                .filter(one -> one.lineNo() == line.lineNo())
                .map(OffLine::amount)
                .reduce(Money.zero(line.unitPrice().currency()), Money::plus);
    }

    /** All that it takes off that parcel's shipping. */
    Money off(ParcelShipping parcel) {
        return parcels.stream()
                .filter(one -> one.seller().equals(parcel.seller()))
                .map(OffParcel::amount)
                .reduce(Money.zero(parcel.price().currency()), Money::plus);
    }

    /** Everything that it takes off. */
    public Money total(Money nothing) {
        var goods = lines.stream().map(OffLine::amount).reduce(nothing, Money::plus);
        return parcels.stream().map(OffParcel::amount).reduce(goods, Money::plus);
    }
}
