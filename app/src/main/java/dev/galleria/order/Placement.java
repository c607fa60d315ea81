package dev.galleria.order;

import dev.galleria.inventory.Completion;
import dev.galleria.inventory.Inventory;
import dev.galleria.ledger.Books;
import dev.galleria.ledger.PlacedSale;
import dev.galleria.payment.PaymentId;
import dev.galleria.payment.PaymentState;
import dev.galleria.payment.PaymentStatus;
import dev.galleria.payment.Payments;
import dev.galleria.payment.credit.Credits;
import dev.galleria.platform.Durability;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Series;
import dev.galleria.pricing.promotions.Coupons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Turns a checkout whose money is secured into an order, in one transaction: all of it or nothing. */
@ApplicationScoped
@Transactional
public class Placement {
    @Inject
    CheckoutStore checkouts;

    @Inject
    OrderStore orders;

    @Inject
    Inventory inventory;

    @Inject
    Payments payments;

    @Inject
    Credits credits;

    @Inject
    Books books;

    @Inject
    Coupons coupons;

    @Inject
    Series series;

    @Inject
    Durability durability;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * Places the order, once: repeating gives the order that there is. If the stock has gone, or the money is not what was
     * agreed on, all of it goes back.
     */
    public Outcome place(CheckoutId id, PaymentId paymentId) {
        var checkout = checkouts.lock(id);
        var secured = payments.secured(paymentId);
        if (secured.isEmpty()) {
            return new Outcome.Waiting();
        }
        var payment = secured.get();
        var existing = orders.ofCheckout(id);
        if (existing.isPresent()) {
            return repeated(existing.get(), id, payment);
        }
        if (checkout.state() == CheckoutView.State.ABANDONED) {
            giveBack(id, payment);
            return new Outcome.Refunded();
        }
        var deal = checkout.agreed();
        boolean right = worth(payment).equals(deal.charged(payment.gateway()));
        if (!right
                || !couponLeft(checkout, deal)
                || !deal.credit().isEmpty() && !credits.secure(checkout.hold().value())) {
            return refuse(checkout, payment);
        }
        var order = new OrderId(Ids.next());
        if (inventory.complete(checkout.hold(), order.value()) instanceof Completion.Gone) {
            return refuse(checkout, payment);
        }
        return new Outcome.Placed(write(checkout, deal, payment, order));
    }

    /**
     * The same in the transaction that has locked the checkout, found everything right, sold the goods to that order and taken
     * the promise to pay.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    PlacedOrder placeSold(Checkout checkout, Deal deal, PaymentStatus payment, OrderId order) {
        return write(checkout, deal, payment, order);
    }

    /** Uses the credit that was held and divides what the buyer pays. */
    private void book(Checkout checkout, Deal deal, PaymentStatus payment, OrderId order) {
        var paid = deal.charged(payment.gateway());
        var credit = deal.quote().total().minus(paid);
        if (!deal.credit().isEmpty()) {
            credits.use(checkout.hold().value(), order.value());
        }
        if (!credit.isZero()) {
            payments.addCredit(payment.id(), credit);
        }
        boolean onDelivery = payment.state() == PaymentState.AUTHORIZED;
        books.placed(new PlacedSale(order.value(), payment.id().value(), onDelivery, paid, credit, deal.shares()));
    }

    /** It was taken when paying began; if that was given back meanwhile, another one is taken if there is one. */
    private boolean couponLeft(Checkout checkout, Deal deal) {
        var coupon = deal.coupon();
        if (coupon.isEmpty()) {
            return true;
        }
        var customer = Coupons.customer(checkout.account().orElse(null), deal.email());
        return coupons.take(coupon.get(), customer, checkout.id().value());
    }

    private PlacedOrder write(Checkout checkout, Deal deal, PaymentStatus payment, OrderId order) {
        book(checkout, deal, payment, order);
        // Locks that many wait for, of a last variant and of the series, are not to wait for the disk: told of only
        // after.
        durability.later();
        // The series is the lock that everybody wants: taken after all others.
        var number = "#" + series.next("order");
        var at = clock.instant();
        orders.insert(List.of(new Sale(
                order,
                number,
                checkout.id(),
                payment.id(),
                checkout.account().orElse(null),
                checkout.locale(),
                OrderState.CONFIRMED,
                payment.gateway(),
                deal,
                at,
                List.of(Sale.Event.placed(at)),
                List.of())));
        if (deal.coupon().isPresent()) {
            coupons.placed(checkout.id().value(), order.value());
        }
        coupons.forget(checkout.cart().value());
        checkout.place(order, at);
        checkouts.flush();
        outbox.publish(new OrderPlaced(Ids.next(), at, order));
        return new PlacedOrder(order, number, OrderStore.token(order));
    }

    /** Another payment of a checkout that is an order already is money too much. */
    private Outcome repeated(OrderStore.Placed placed, CheckoutId id, PaymentStatus payment) {
        if (!payment.id().value().equals(placed.paymentId())) {
            giveBack(id, payment);
        }
        return new Outcome.Placed(placed.asPlacedOrder());
    }

    private Outcome refuse(Checkout checkout, PaymentStatus payment) {
        giveBack(checkout.id(), payment);
        var newest = payments.ofCheckout(checkout.id().value());
        boolean overtaken = newest.isPresent() && !newest.get().id().equals(payment.id());
        if (overtaken) {
            return new Outcome.Waiting();
        }
        coupons.release(checkout.id().value());
        credits.release(checkout.hold().value());
        inventory.release(checkout.hold());
        if (payment.captured().isZero()) {
            if (checkout.state() == CheckoutView.State.PAYING) {
                checkout.reopen(CheckoutView.Notice.SOLD_OUT);
            }
            return new Outcome.Reopened(CheckoutView.Notice.SOLD_OUT);
        }
        checkout.abandon(CheckoutView.Notice.REFUNDED);
        var deal = checkout.agreed();
        outbox.publish(new CheckoutRefunded(
                Ids.next(),
                clock.instant(),
                checkout.id(),
                deal.email(),
                checkout.locale().toLanguageTag(),
                payment.captured()));
        return new Outcome.Refunded();
    }

    /** What was taken is refunded; a mere promise is given up. */
    private void giveBack(CheckoutId id, PaymentStatus payment) {
        if (payment.captured().isZero()) {
            payments.giveUp(payment.id());
        } else {
            payments.refund(
                    payment.id(),
                    payment.captured(),
                    "unplaceable:" + id + ":" + payment.id().value(),
                    "The order could not be placed");
        }
    }

    /** What came in; what was promised if it is collected on delivery. */
    private static Money worth(PaymentStatus payment) {
        return payment.captured().isZero() ? payment.amount() : payment.captured();
    }
}
