package dev.galleria.ledger;

import dev.galleria.platform.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Which accounts give back what a buyer gets back. Pure. Every refund is a subtraction from what is left of the order, in
 * proportion (largest remainder first), so that refunds in any order end at nothing and no account gives more than it has.
 */
final class Reversal {
    /** What an account still has of an order: positive. */
    record Left(BookAccount account, String party, long minor) {}

    private Reversal() {}

    /**
     * The debits of a refund. Where a plan says which seller's goods, shipping and tax it is for, these give first; what they
     * cannot give the whole order gives, and what that has not is given by the marketplace.
     */
    static List<Entry> of(List<Left> left, List<Share> plan, Money amount) {
        var taken = new long[left.size()];
        long open = amount.minorUnits();
        for (var share : plan) {
            open -= take(
                    left,
                    taken,
                    share.seller().toString(),
                    Kind.GOODS,
                    bounded(share.goods(), open),
                    amount.currency());
            open -= take(
                    left,
                    taken,
                    share.seller().toString(),
                    Kind.SHIPPING,
                    bounded(share.shipping(), open),
                    amount.currency());
            open -= take(
                    left, taken, share.seller().toString(), Kind.TAX, bounded(share.tax(), open), amount.currency());
        }
        open -= take(left, taken, null, Kind.ALL, open, amount.currency());
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] != 0) {
                entries.add(new Entry(left.get(i).account(), left.get(i).party(), taken[i]));
            }
        }
        if (open > 0) {
            entries.add(new Entry(BookAccount.GRANTED, "", open));
        }
        return entries;
    }

    private enum Kind {
        GOODS,
        SHIPPING,
        TAX,
        ALL;

        boolean has(BookAccount account) {
            return switch (this) {
                case GOODS -> account == BookAccount.SELLER || account == BookAccount.COMMISSION;
                case SHIPPING -> account == BookAccount.SHIPPING;
                case TAX -> account == BookAccount.TAX;
                case ALL -> true;
            };
        }
    }

    /** Takes at most that much from the accounts that match, in proportion to what they have left; gives what was taken. */
    private static long take(
            List<Left> left,
            long[] taken,
            @org.jspecify.annotations.Nullable String party,
            Kind kind,
            long wanted,
            Currency currency) {
        var weights = new long[left.size()];
        long available = 0;
        for (int i = 0; i < weights.length; i++) {
            var one = left.get(i);
            if (kind.has(one.account())
                    && Optional.ofNullable(party).map(one.party()::equals).orElse(true)) {
                weights[i] = one.minor() - taken[i];
                available += weights[i];
            }
        }
        long amount = Math.min(wanted, available);
        if (amount <= 0) {
            return 0;
        }
        var parts = new Money(amount, currency).allocate(weights);
        for (int i = 0; i < weights.length; i++) {
            taken[i] += parts.get(i).minorUnits();
        }
        return amount;
    }

    private static long bounded(Money wish, long open) {
        return Math.min(wish.minorUnits(), open);
    }
}
