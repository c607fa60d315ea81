package dev.galleria.order;

import dev.galleria.account.Account;
import dev.galleria.account.Address;
import dev.galleria.cart.CartKey;
import dev.galleria.cart.Carts;
import dev.galleria.payment.PaymentStatus;
import dev.galleria.payment.Payments;
import dev.galleria.payment.Started;
import dev.galleria.platform.Durability;
import dev.galleria.platform.FailPoint;
import dev.galleria.pricing.promotions.Coupons;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way from cart to order: address, shipping, review, pay. A checkout is named by its token, which only its shopper
 * has; an unknown one is a Problem (NOT_FOUND). Every call can be repeated. The gateway is called outside transactions.
 */
@ApplicationScoped
public class Checkouts {
    private static final Logger LOG = Logger.getLogger(Checkouts.class.getName());
    private static final Duration ASK_AGAIN = Duration.ofSeconds(60);

    @Inject
    CheckoutDesk desk;

    @Inject
    CheckoutStore store;

    @Inject
    Placement placement;

    @Inject
    Payments payments;

    @Inject
    Coupons coupons;

    @Inject
    Carts carts;

    @Inject
    Durability durability;

    /** A checkout and the token that names it. */
    public record Begun(CheckoutId id, String token) {}

    /**
     * The checkout of that cart, begun if there is none, in that currency from now on; what the shopper saw in the cart is
     * taken as seen. A currency that the marketplace does not sell in is its own.
     */
    public Begun start(CartKey cart, @Nullable Account account, Locale locale, Currency currency) {
        carts.acceptPrices(cart, locale, currency);
        var id = account == null
                ? desk.start(cart, null, null, locale, currency)
                : desk.start(cart, account.id(), account.email(), locale, currency);
        return new Begun(id, CheckoutStore.token(id));
    }

    public CheckoutView view(String token) {
        return desk.view(known(token));
    }

    /** Where it goes and whom to write to. The country must be one that the shop sends to. */
    public StepResult address(String token, String email, Address address) {
        return desk.address(known(token), email, address);
    }

    /** How each seller's parcel is sent, by the option's code. */
    public StepResult shipping(String token, Map<SellerId, String> choices) {
        return desk.shipping(known(token), choices);
    }

    /** What would be paid now, from current prices, taxes and rates. Changes nothing. */
    public ReviewResult review(String token) {
        return desk.review(known(token));
    }

    /** Keeps a coupon's code for this purchase; the next review shows what it does. */
    public Coupons.Entered coupon(String token, String code, String client) {
        return coupons.enter(store.byToken(token).cartId(), code, client);
    }

    /** Forgets the coupon's code. Repeating changes nothing. */
    public void withoutCoupon(String token) {
        coupons.forget(store.byToken(token).cartId());
    }

    /** Whether the code that was given could be used now; UNKNOWN if none was given. */
    public Coupons.Entered couponStanding(String token) {
        return couponCode(token).map(coupons::standing).orElse(Coupons.Entered.UNKNOWN);
    }

    /** The coupon's code that was given. */
    public Optional<String> couponCode(String token) {
        return coupons.entered(store.byToken(token).cartId());
    }

    /**
     * Pays what the buyer has seen: prices again, holds the stock for ten minutes, begins the payment. The same form sent
     * twice gets the same answer; with another gateway or for other figures it is a Problem (REFUSED), as is a gateway that
     * the shop has not.
     */
    public PayResult pay(String token, PayRequest request) {
        var id = known(token);
        var hold = desk.hold(id, request);
        FailPoint.hit("checkout.reserved");
        return begin(hold, request.pages());
    }

    /** Sends the shopper of a payment that is under way to the gateway again. */
    public PayResult resume(String token, PayPages pages) {
        return begin(desk.resume(known(token)), pages);
    }

    /** Gives up a payment that is under way, at the gateway too, and opens the checkout again; paid stays paid. */
    public Outcome callOff(String token) {
        return end(known(token), CheckoutView.Notice.PAYMENT_CANCELED);
    }

    /** What became of it; for the shopper who comes back from the gateway. */
    public Outcome finish(String token) {
        return finalise(known(token));
    }

    /**
     * Settles a checkout by asking the gateway: an order if the money is there, open again if there will be none. The same
     * whoever asks: the shopper coming back, the gateway's event or the repair.
     */
    public Outcome finalise(CheckoutId id) {
        var payment = payments.ofCheckout(id.value());
        if (payment.isEmpty()) {
            return new Outcome.Waiting();
        }
        var known = payment.get();
        return settle(
                id,
                known.state().unsettled() ? payments.refresh(known.id()) : known,
                CheckoutView.Notice.PAYMENT_FAILED);
    }

    /** For a checkout whose time is over: the gateway is told before the stock is given to others. */
    void lapse(CheckoutId id) {
        if (payments.ofCheckout(id.value()).isPresent() && store.waits(id)) {
            return;
        }
        if (end(id, CheckoutView.Notice.TIME_OVER) instanceof Outcome.Waiting) {
            desk.lookIn(id, ASK_AGAIN);
        }
    }

    private Outcome end(CheckoutId id, CheckoutView.Notice why) {
        var payment = payments.ofCheckout(id.value());
        if (payment.isEmpty()) {
            return desk.reopen(id, why);
        }
        var known = payment.get();
        return settle(id, known.state().unsettled() ? payments.cancel(known.id()) : known, why);
    }

    private Outcome settle(CheckoutId id, PaymentStatus payment, CheckoutView.Notice why) {
        if (payment.state().secured()) {
            return place(id, payment);
        }
        return payment.state().unsettled() ? new Outcome.Waiting() : desk.reopen(id, why);
    }

    private Outcome place(CheckoutId id, PaymentStatus payment) {
        FailPoint.hit("payment.committed-before-order");
        var outcome = placement.place(id, payment.id());
        FailPoint.hit("order.committed-before-answer");
        if (outcome instanceof Outcome.Placed placed) {
            durability.await();
            emptyCart(placed.order(), () -> desk.bought(id));
        }
        return outcome;
    }

    /** A cart that must be read from its copy is read here: not while a transaction waits for it. */
    private CheckoutId known(String token) {
        var named = store.byToken(token);
        carts.count(new CartKey(named.cartId()));
        return new CheckoutId(named.id());
    }

    /** So that the next page shows it; the event's handler does it too, for orders that no page waits for. */
    private void emptyCart(PlacedOrder order, Supplier<CheckoutDesk.Bought> what) {
        try {
            var bought = what.get();
            carts.removeBought(bought.cart(), order.id().toString(), bought.quantities());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "The cart of order " + order.number() + " is emptied later");
        }
    }

    private PayResult begin(CheckoutDesk.Hold hold, PayPages pages) {
        if (hold instanceof CheckoutDesk.Hold.Answer answer) {
            if (answer.result() instanceof PayResult.Placed) {
                durability.await();
            }
            return answer.result();
        }
        if (hold instanceof CheckoutDesk.Hold.Done done) {
            FailPoint.hit("order.committed-before-answer");
            // Told of only once it is on disk.
            durability.await();
            emptyCart(done.order(), done::bought);
            return new PayResult.Placed(done.order());
        }
        var go = (CheckoutDesk.Hold.Go) hold;
        var started = payments.begin(go.wish(pages));
        if (started instanceof Started.Redirect redirect) {
            return new PayResult.Redirect(redirect.url());
        }
        if (started instanceof Started.Unavailable unavailable) {
            return new PayResult.Unavailable(unavailable.retryAfterSeconds());
        }
        var outcome = finalise(go.id());
        return outcome instanceof Outcome.Placed placed
                ? new PayResult.Placed(placed.order())
                : new PayResult.Moved(desk.view(go.id()));
    }
}
