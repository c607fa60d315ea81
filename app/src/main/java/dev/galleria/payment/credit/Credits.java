package dev.galleria.payment.credit;

import dev.galleria.ledger.BookAccount;
import dev.galleria.ledger.Books;
import dev.galleria.payment.credit.CreditStore.Hold;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Paying with store credit and gift cards: held when an attempt to pay begins, used when its order is placed, released when
 * there is none, given back when the order is. A balance never falls below zero, whoever pays at the same time.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Credits {
    private static final String HELD = "HELD";
    private static final String USED = "USED";
    private static final String RELEASED = "RELEASED";

    private record Part(Hold hold, long minor) {}

    @Inject
    CreditStore store;

    @Inject
    Books books;

    /** Takes those shares for an attempt to pay, all or none; false changes nothing. */
    public boolean hold(UUID ref, UUID checkout, List<CreditShare> shares) {
        if (shares.isEmpty()) {
            return true;
        }
        if (!store.take(shares, ref.toString())) {
            return false;
        }
        store.insertHolds(ref, checkout, shares);
        return true;
    }

    /** Gives back what that attempt holds. Repeating changes nothing; what an order has used stays used. */
    public void release(UUID ref) {
        for (var hold : store.lock(ref)) {
            if (hold.state().equals(HELD)) {
                store.add(hold.creditId(), "RELEASE", hold.amountMinor(), once(ref), null, "checkout");
                store.close(hold.id(), RELEASED, null);
            }
        }
    }

    /**
     * Makes sure that the attempt holds what it once held: what was released meanwhile is taken again if it is still there; if
     * not, false, and nothing has changed.
     */
    public boolean secure(UUID ref) {
        var gone = store.lock(ref).stream()
                .filter(hold -> hold.state().equals(RELEASED))
                .toList();
        var again = gone.stream()
                .map(hold -> new CreditShare(hold.creditId(), hold.kind(), "", hold.amount()))
                .toList();
        if (!store.take(again, once(ref))) {
            return false;
        }
        gone.forEach(hold -> store.close(hold.id(), HELD, null));
        return true;
    }

    /** Pays for the order with what the attempt holds. Repeating it for the same order changes nothing. */
    public void use(UUID ref, UUID order) {
        var holds = store.lock(ref);
        for (var hold : holds) {
            if (hold.state().equals(HELD)) {
                store.close(hold.id(), USED, order);
            } else if (!order.equals(hold.orderId())) {
                throw new IllegalStateException("Credit under " + ref + " is " + hold.state() + ", not held");
            }
        }
        books.creditUsed(order, ref.toString(), sums(holds));
    }

    /**
     * Gives so much back to the credits that have paid for the checkout's order; what none of them has paid is a
     * Problem (REFUSED), and nothing has changed. Without an order nothing was used, and nothing happens. Once by its reference.
     */
    @Transactional
    public void giveBack(UUID checkout, String reference, Money amount) {
        var holds = store.lockUsed(checkout);
        if (holds.isEmpty() || store.knows("REFUND", reference)) {
            return;
        }
        var returned = new EnumMap<BookAccount, Money>(BookAccount.class);
        var parts = new TreeMap<String, Part>(); // balances are changed in the order of their ids, as everywhere
        long open = amount.minorUnits();
        for (var hold : holds) {
            long part = Math.min(open, hold.amountMinor() - hold.returnedMinor());
            if (part > 0) {
                parts.put(hold.creditId().toString(), new Part(hold, part));
                returned.merge(hold.kind().liability(), new Money(part, amount.currency()), Money::plus);
                open -= part;
            }
        }
        if (open > 0) {
            throw Problem.refused("payment/not-paid-by-credit", checkout + " " + amount);
        }
        for (var part : parts.values()) {
            store.add(part.hold().creditId(), "REFUND", part.minor(), reference, null, "refund");
            store.returned(part.hold().id(), part.minor());
        }
        books.creditReturned(holds.get(0).orderId(), reference, returned);
    }

    /** Pays a refund out as store credit instead of by the gateway. Once by its reference. */
    public void payOut(UUID account, @Nullable UUID order, String reference, Money amount) {
        if (store.knows("REFUND", reference)) {
            return;
        }
        var credit = store.ofAccount(account, amount.currency().getCurrencyCode());
        store.add(credit, "REFUND", amount.minorUnits(), reference, null, "refund");
        books.creditReturned(order, reference, Map.of(BookAccount.STORE_CREDIT, amount));
    }

    /** What attempts to pay that checkout hold, or its order has used. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public long secured(UUID checkout) {
        return store.secured(checkout);
    }

    /** An attempt may hold and release more than once; that it does so once at a time its state says. */
    private static String once(UUID ref) {
        return ref + ":" + Ids.next();
    }

    private static Map<BookAccount, Money> sums(List<Hold> holds) {
        var sums = new EnumMap<BookAccount, Money>(BookAccount.class);
        for (var hold : holds) {
            sums.merge(hold.kind().liability(), hold.amount(), Money::plus);
        }
        return sums;
    }
}
