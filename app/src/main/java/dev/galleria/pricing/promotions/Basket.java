package dev.galleria.pricing.promotions;

import dev.galleria.platform.Money;
import dev.galleria.pricing.Deduction;
import dev.galleria.pricing.ParcelShipping;
import dev.galleria.pricing.PriceLine;
import dev.galleria.seller.SellerId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lines and parcels with what is left of their prices while promotions are applied.
 *
 * @param marks of each line by its number: the ids by which promotions name its goods
 */
record Basket(
        Currency currency,
        List<PriceLine> lines,
        List<ParcelShipping> parcels,
        Map<Integer, Set<UUID>> marks,
        Map<Integer, Long> left,
        Map<SellerId, Long> shippingLeft) {
    static Basket of(
            Currency currency, List<PriceLine> lines, List<ParcelShipping> parcels, Map<Integer, Set<UUID>> marks) {
        var left = new HashMap<Integer, Long>();
        lines.forEach(line ->
                left.put(line.lineNo(), line.worth().minus(line.discount()).minorUnits()));
        var shipping = new HashMap<SellerId, Long>();
        parcels.forEach(parcel -> shipping.put(parcel.seller(), parcel.price().minorUnits()));
        return new Basket(currency, lines, parcels, marks, left, shipping);
    }

    /** The lines that the promotion is for. */
    List<PriceLine> targeted(Promotion promotion) {
        return lines.stream().filter(line -> isFor(promotion, line)).toList();
    }

    /** The lines whose worth and number are looked at for its conditions. */
    List<PriceLine> counted(Promotion promotion) {
        return promotion.kind() == Promotion.Kind.GIFT
                ? lines.stream().filter(line -> !isFor(promotion, line)).toList()
                : targeted(promotion);
    }

    private boolean isFor(Promotion promotion, PriceLine line) {
        return promotion.targets().isEmpty()
                || marks.getOrDefault(line.lineNo(), Set.of()).stream().anyMatch(promotion.targets()::contains);
    }

    Money left(PriceLine line) {
        return new Money(left.get(line.lineNo()), currency);
    }

    /** The same after that deduction. */
    Basket after(Deduction deduction) {
        var lineLeft = new HashMap<>(left);
        deduction
                .lines()
                .forEach(off -> lineLeft.merge(off.lineNo(), -off.amount().minorUnits(), Long::sum));
        var parcelLeft = new HashMap<>(shippingLeft);
        deduction
                .parcels()
                .forEach(off -> parcelLeft.merge(off.seller(), -off.amount().minorUnits(), Long::sum));
        return new Basket(currency, lines, parcels, marks, lineLeft, parcelLeft);
    }
}
