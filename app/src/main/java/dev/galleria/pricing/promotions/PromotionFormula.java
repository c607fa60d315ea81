package dev.galleria.pricing.promotions;

import dev.galleria.platform.Money;
import dev.galleria.pricing.Deduction;
import dev.galleria.pricing.ParcelShipping;
import dev.galleria.pricing.PriceLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The one formula for what promotions take off, a pure function of its arguments. Every promotion works on the price that
 * those before it have left, never below nothing; conditions look at the prices before all promotions.
 */
final class PromotionFormula {
    private static final Comparator<Promotion> IN_ORDER =
            Comparator.comparingInt(Promotion::position).thenComparing(Promotion::id);

    private PromotionFormula() {}

    /** What is taken off, in the order of application; a promotion that takes off nothing is left out. */
    static List<Deduction> deductions(
            Currency currency,
            List<PriceLine> lines,
            List<ParcelShipping> parcels,
            Map<Integer, Set<UUID>> marks,
            List<Promotion> promotions) {
        var basket = Basket.of(currency, lines, parcels, marks);
        var ordered = promotions.stream().sorted(IN_ORDER).toList();
        for (var promotion : of(Promotion.Stacking.EXCLUSIVE, ordered)) {
            var alone = apply(basket, promotion);
            if (alone.isPresent()) {
                return List.of(alone.get());
            }
        }
        return together(basket, ordered);
    }

    private static List<Deduction> together(Basket basket, List<Promotion> ordered) {
        var taken = new ArrayList<Deduction>();
        var nothing = Money.zero(basket.currency());
        var running = basket;
        Deduction best = null;
        for (var promotion : of(Promotion.Stacking.BEST_OF, ordered)) {
            var one = apply(basket, promotion);
            if (one.isPresent() && (best == null || one.get().total(nothing).isMoreThan(best.total(nothing)))) {
                best = one.get();
            }
        }
        if (best != null) {
            taken.add(best);
            running = running.after(best);
        }
        for (var promotion : of(Promotion.Stacking.COMBINABLE, ordered)) {
            var one = apply(running, promotion);
            if (one.isPresent()) {
                taken.add(one.get());
                running = running.after(one.get());
            }
        }
        return List.copyOf(taken);
    }

    private static List<Promotion> of(Promotion.Stacking stacking, List<Promotion> promotions) {
        return promotions.stream().filter(one -> one.stacking() == stacking).toList();
    }

    private static Optional<Deduction> apply(Basket basket, Promotion promotion) {
        var counted = basket.counted(promotion);
        var worth = counted.stream().map(PriceLine::worth).reduce(Money.zero(basket.currency()), Money::plus);
        int quantity = counted.stream().mapToInt(PriceLine::quantity).sum();
        if (counted.isEmpty() || worth.minorUnits() < promotion.minSubtotal() || quantity < promotion.minQuantity()) {
            return Optional.empty();
        }
        var lines = basket.targeted(promotion);
        var off =
                switch (promotion.kind()) {
                    case PERCENT -> percent(basket, promotion, lines);
                    case FIXED -> fixed(basket, promotion, lines);
                    case BUY_GET ->
                        cheapest(
                                basket,
                                lines,
                                quantity / (promotion.buy() + promotion.get()) * promotion.get(),
                                promotion.value());
                    case GIFT -> cheapest(basket, lines, 1, Promotion.WHOLE);
                    case FREE_SHIPPING -> List.<Deduction.OffLine>of();
                };
        var parcels =
                promotion.kind() == Promotion.Kind.FREE_SHIPPING ? free(basket, lines) : List.<Deduction.OffParcel>of();
        return off.isEmpty() && parcels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Deduction(promotion.id(), promotion.name(), promotion.coupon(), off, parcels));
    }

    private static List<Deduction.OffLine> percent(Basket basket, Promotion promotion, List<PriceLine> lines) {
        return lines.stream()
                .map(line -> new Deduction.OffLine(
                        line.lineNo(), basket.left(line).ratio(promotion.value(), Promotion.WHOLE)))
                .filter(off -> !off.amount().isZero())
                .toList();
    }

    private static List<Deduction.OffLine> fixed(Basket basket, Promotion promotion, List<PriceLine> lines) {
        var weights =
                lines.stream().mapToLong(line -> basket.left(line).minorUnits()).toArray();
        long most = 0;
        for (long weight : weights) {
            most = Math.addExact(most, weight);
        }
        if (most == 0) {
            return List.of();
        }
        var shares = new Money(Math.min(promotion.value(), most), basket.currency()).allocate(weights);
        var off = new ArrayList<Deduction.OffLine>();
        for (int i = 0; i < shares.size(); i++) {
            if (!shares.get(i).isZero()) {
                off.add(new Deduction.OffLine(lines.get(i).lineNo(), shares.get(i)));
            }
        }
        return List.copyOf(off);
    }

    /** So much off so many units, the cheapest by their prices before promotions. */
    private static List<Deduction.OffLine> cheapest(Basket basket, List<PriceLine> lines, int units, long value) {
        var off = new ArrayList<Deduction.OffLine>();
        int wanted = units;
        var rising = lines.stream()
                .sorted(Comparator.comparing(PriceLine::unitPrice).thenComparingInt(PriceLine::lineNo))
                .toList();
        for (var line : rising) {
            int here = Math.min(wanted, line.quantity());
            var amount = basket.left(line)
                    .ratio(Math.multiplyExact(here, value), Math.multiplyExact(line.quantity(), Promotion.WHOLE));
            if (!amount.isZero()) {
                off.add(new Deduction.OffLine(line.lineNo(), amount));
            }
            wanted -= here;
        }
        return List.copyOf(off);
    }

    private static List<Deduction.OffParcel> free(Basket basket, List<PriceLine> lines) {
        var sellers = new LinkedHashSet<>(lines.stream().map(PriceLine::seller).toList());
        return basket.parcels().stream()
                .filter(parcel -> sellers.contains(parcel.seller())
                        && basket.shippingLeft().get(parcel.seller()) > 0)
                .map(parcel -> new Deduction.OffParcel(
                        parcel.seller(), new Money(basket.shippingLeft().get(parcel.seller()), basket.currency())))
                .toList();
    }
}
