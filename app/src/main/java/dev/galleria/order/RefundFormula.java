package dev.galleria.order;

import dev.galleria.order.Refundable.Share;
import dev.galleria.platform.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The one formula for what goes back: always a subtraction from what was allocated when the order was placed. The first n of a
 * line's q units are worth total × n / q, rounded half-even; some units are worth the difference of two such sums, and what is
 * left goes with the last of them. So all refunds of an order add up to its total, whatever their order.
 */
final class RefundFormula {
    private RefundFormula() {}

    /** So many units of a line; more than are left are a Problem (REFUSED). */
    static Share units(Refundable line, int units) {
        if (units < 1 || units > line.units()) {
            throw Problem.refused("order/refund-units", units + " of " + line.units());
        }
        int after = line.unitsBack() + units;
        long worth = upTo(line, after) - upTo(line, line.unitsBack());
        long amount = units == line.units() ? line.rest() : Math.min(worth, line.rest());
        return share(line, units, amount);
    }

    /** Everything that is left. */
    static List<Share> rest(List<Refundable> from) {
        return from.stream()
                .filter(one -> one.rest() > 0 || one.units() > 0)
                .map(one -> share(one, one.units(), one.rest()))
                .toList();
    }

    /**
     * An amount, taken from what is left of each in proportion, largest remainder first. No unit counts as given back by it.
     * More than is left is a Problem (REFUSED).
     */
    static List<Share> amount(List<Refundable> from, long amount) {
        long left = from.stream().mapToLong(Refundable::rest).reduce(0, Math::addExact);
        if (amount < 1 || amount > left) {
            throw Problem.refused("order/refund-amount", amount + " of " + left);
        }
        record Cut(Refundable from, long amount, long remainder) {}
        var cuts = new ArrayList<Cut>();
        long given = 0;
        for (var one : from) {
            var parts = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(one.rest()))
                    .divideAndRemainder(BigInteger.valueOf(left));
            cuts.add(new Cut(one, parts[0].longValueExact(), parts[1].longValueExact()));
            given += parts[0].longValueExact();
        }
        cuts.sort(Comparator.comparingLong(Cut::remainder).reversed());
        var shares = new ArrayList<Share>();
        for (int at = 0; at < cuts.size(); at++) {
            var cut = cuts.get(at);
            long taken = cut.amount() + (at < amount - given ? 1 : 0);
            if (taken > 0) {
                shares.add(share(cut.from(), 0, taken));
            }
        }
        shares.sort(Comparator.comparingInt(Share::partNo).thenComparingInt(Share::lineNo));
        return shares;
    }

    static long sum(List<Share> shares) {
        return shares.stream().mapToLong(Share::amount).reduce(0, Math::addExact);
    }

    private static long upTo(Refundable line, int units) {
        return ratio(line.total(), units, line.quantity());
    }

    /** The tax goes with the amount, so that it is all back when the amount is. */
    private static Share share(Refundable from, int units, long amount) {
        long taxAfter = ratio(from.tax(), Math.addExact(from.back(), amount), from.total());
        return new Share(from.partNo(), from.lineNo(), units, amount, taxAfter - from.taxBack());
    }

    private static long ratio(long whole, long numerator, long denominator) {
        return denominator == 0
                ? 0
                : BigDecimal.valueOf(whole)
                        .multiply(BigDecimal.valueOf(numerator))
                        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN)
                        .longValueExact();
    }
}
