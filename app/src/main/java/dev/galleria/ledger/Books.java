package dev.galleria.ledger;

import static dev.galleria.ledger.BookAccount.CLEARING;
import static dev.galleria.ledger.BookAccount.COMMISSION;
import static dev.galleria.ledger.BookAccount.DEPOSIT;
import static dev.galleria.ledger.BookAccount.GRANTED;
import static dev.galleria.ledger.BookAccount.RECEIVABLE;
import static dev.galleria.ledger.BookAccount.SELLER;
import static dev.galleria.ledger.BookAccount.SHIPPING;
import static dev.galleria.ledger.BookAccount.TAX;

import dev.galleria.ledger.LedgerStore.Txn;
import dev.galleria.platform.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The books of the tenant. Every money fact is posted in the transaction that records it, once by its kind and reference:
 * repeating changes nothing. What is posted adds up to zero, or the database refuses it. Amounts of one fact have one currency.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Books {
    /** The party of {@link BookAccount#CLEARING} through which buyers' credit pays. */
    public static final String CREDIT = "wallet";

    static final String CAPTURE = "CAPTURE";
    static final String COLLECT = "COLLECT";
    static final String ORDER = "ORDER";
    static final String REFUND = "REFUND";
    static final String WAIVE = "WAIVE";

    @Inject
    LedgerStore store;

    @Inject
    CommissionRates rates;

    /** A gateway has taken money. */
    public void captured(UUID payment, String gateway, Money amount) {
        var entries = new Entries().debit(CLEARING, gateway, amount).credit(DEPOSIT, "", amount);
        store.post(new Txn(CAPTURE, payment.toString(), null, payment, amount.currency(), entries.list()));
    }

    /** A courier has brought the cash of an order: what was not waived of it. Orders older than the books are not in them. */
    public void collected(UUID payment, String gateway, Money amount) {
        if (store.orderOf(payment).isEmpty()) {
            return;
        }
        var entries = new Entries().debit(CLEARING, gateway, amount).credit(RECEIVABLE, "", amount);
        store.post(new Txn(COLLECT, payment.toString(), null, payment, amount.currency(), entries.list()));
    }

    /** An order has been placed: what was paid belongs to its sellers, to the marketplace and to the state. */
    public void placed(PlacedSale sale) {
        var sellers = sale.shares().stream().map(Share::seller).toList();
        var basisPoints = rates.current(sellers);
        var entries = new Entries()
                .debit(sale.onDelivery() ? RECEIVABLE : DEPOSIT, "", sale.paid())
                .debit(CLEARING, CREDIT, sale.credit());
        var explained = new ArrayList<Commission.Explained>();
        for (var share : sale.shares()) {
            var commission = Commission.of(share, basisPoints.get(share.seller()));
            var party = share.seller().toString();
            entries.credit(SELLER, party, commission.share())
                    .credit(COMMISSION, party, commission.fee())
                    .credit(SHIPPING, party, share.shipping())
                    .credit(TAX, party, share.tax());
            explained.add(commission.explained());
        }
        store.post(new Txn(
                ORDER,
                sale.order().toString(),
                sale.order(),
                sale.payment(),
                sale.paid().currency(),
                entries.list(),
                explained));
    }

    /** Says before a refund is asked for whose goods, shipping and tax it is for; the first word under a purpose counts. */
    public void plan(String purpose, List<Share> shares) {
        store.plan(purpose, shares);
    }

    /** A gateway, or the buyer's credit, has given money back. */
    public void refunded(RefundFact fact) {
        var order = store.orderOf(fact.payment());
        var entries = new Entries().credit(CLEARING, fact.through(), fact.amount());
        if (order.isPresent()) {
            takeBack(entries, order.get(), fact.purpose(), fact.amount());
        } else if (store.knows(CAPTURE, fact.payment().toString())) {
            entries.debit(DEPOSIT, "", fact.amount());
        } else {
            return; // the payment is older than the books
        }
        store.post(new Txn(
                REFUND,
                fact.reference(),
                order.orElse(null),
                fact.payment(),
                fact.amount().currency(),
                entries.list()));
    }

    /** So much of an order will not be collected from the buyer: it was canceled before the courier came. */
    public void waived(UUID order, String reference, Money amount, String purpose) {
        if (amount.isZero() || !store.knows(ORDER, order.toString())) {
            return;
        }
        var entries = new Entries().credit(RECEIVABLE, "", amount);
        takeBack(entries, order, purpose, amount);
        store.post(new Txn(WAIVE, reference, order, null, amount.currency(), entries.list()));
    }

    /** Credit was given to a buyer for nothing (negative: taken back): it is owed from now on. */
    public void granted(UUID entry, BookAccount liability, Money amount) {
        var entries = new Entries().debit(GRANTED, "", amount).credit(liability, "", amount);
        store.post(new Txn("GRANT", entry.toString(), null, null, amount.currency(), entries.list()));
    }

    /** Credits have paid for an order: they are owed no more. */
    public void creditUsed(UUID order, String reference, Map<BookAccount, Money> amounts) {
        postCredit("CREDIT_USE", order, reference, amounts, 1);
    }

    /** Credits have got money back. */
    public void creditReturned(@Nullable UUID order, String reference, Map<BookAccount, Money> amounts) {
        postCredit("CREDIT_RETURN", order, reference, amounts, -1);
    }

    private void postCredit(
            String kind, @Nullable UUID order, String reference, Map<BookAccount, Money> amounts, int sign) {
        if (amounts.isEmpty()) {
            return;
        }
        var entries = new Entries();
        amounts.forEach((account, amount) -> entries.add(account, "", sign * amount.minorUnits())
                .add(CLEARING, CREDIT, -sign * amount.minorUnits()));
        var currency = amounts.values().iterator().next().currency();
        store.post(new Txn(kind, reference, order, null, currency, entries.list()));
    }

    private void takeBack(Entries entries, UUID order, String purpose, Money amount) {
        store.lock(order);
        Reversal.of(store.left(order), store.planned(purpose, amount.currency()), amount)
                .forEach(entry -> entries.add(entry.account(), entry.party(), entry.amountMinor()));
    }
}
