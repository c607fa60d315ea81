package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.account.Address;
import dev.galleria.account.Emails;
import dev.galleria.cart.CartKey;
import dev.galleria.cart.CartView;
import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Reservation;
import dev.galleria.inventory.Wanted;
import dev.galleria.payment.BeginPayment;
import dev.galleria.payment.PaymentStatus;
import dev.galleria.payment.Payments;
import dev.galleria.payment.credit.Credits;
import dev.galleria.platform.FailPoint;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Plans;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Secrets;
import dev.galleria.platform.Settings;
import dev.galleria.pricing.promotions.Coupons;
import dev.galleria.seller.SellerId;
import dev.galleria.shipping.Shipping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps of a checkout that are one transaction each; {@link Checkouts} strings them together with the gateway. */
@ApplicationScoped
@Transactional
public class CheckoutDesk {
    private static final int HELD_PER_PERSON = 3;
    private static final int HELD_PER_CLIENT = 100;
    private static final int RETRY_SECONDS = 120;
    /** After the hold has ended, so that a payment of the last second is still seen first. */
    private static final Duration GRACE = Duration.ofSeconds(5);
    /** An attempt that has not come to the gateway by then never will: the node that made it is gone. */
    private static final Duration CUT_OFF = Duration.ofSeconds(30);

    @Inject
    CheckoutStore store;

    @Inject
    CheckoutReader reader;

    @Inject
    Inventory inventory;

    @Inject
    Payments payments;

    @Inject
    Coupons coupons;

    @Inject
    Shipping shipping;

    @Inject
    OrderStore orders;

    @Inject
    Credits credits;

    @Inject
    Placement placement;

    @Inject
    Plans plans;

    /** The answer to the wish to hold stock. */
    sealed interface Hold {
        /** Stock is held for the deal: now the gateway. */
        record Go(CheckoutId id, Deal deal, String gateway, Locale locale) implements Hold {
            /** What the gateway is to be asked for. */
            BeginPayment wish(PayPages pages) {
                var quote = deal.quote();
                var items = deal.items();
                var lines = quote.lines().stream()
                        .map(line -> new BeginPayment.Line(
                                items.get(line.lineNo() - 1).title(), line.quantity(), line.unitPrice()))
                        .toList();
                return new BeginPayment(
                        id.value(),
                        gateway,
                        deal.charged(gateway),
                        lines.size() == 1 ? lines.get(0).label() : lines.get(0).label() + " +" + (lines.size() - 1),
                        lines,
                        deal.email(),
                        locale,
                        pages.paid(),
                        pages.turnedBack());
            }
        }

        /** Stock, promise and order in one: nothing is left to be done but to tell. */
        record Done(PlacedOrder order, Bought bought) implements Hold {}

        record Answer(PayResult result) implements Hold {}
    }

    /** What has left which cart. */
    record Bought(CartKey cart, Map<OfferId, Integer> quantities) {}

    CheckoutId start(
            CartKey cart, @Nullable AccountId account, @Nullable String email, Locale locale, Currency currency) {
        return store.begin(cart, account, email, locale, currency);
    }

    CheckoutView view(CheckoutId id) {
        plans.once();
        return reader.view(store.read(id));
    }

    StepResult address(CheckoutId id, String email, Address address) {
        plans.once();
        var checkout = store.lock(id);
        if (!checkout.open()) {
            return new StepResult.Moved(reader.view(checkout));
        }
        var normalEmail = Emails.normalize(email);
        var normal = address.normalized();
        var faults = new LinkedHashMap<String, String>();
        if (normalEmail.isEmpty()) {
            faults.put("email", "account.fault.email");
        }
        faults.putAll(normal.faults());
        if (!faults.containsKey("country") && !shipping.countries().contains(normal.country())) {
            faults.put("country", "checkout.fault.country");
        }
        if (!faults.isEmpty()) {
            return new StepResult.Rejected(faults);
        }
        checkout.fillIn(normalEmail.orElseThrow(), normal);
        store.flush();
        return new StepResult.Accepted(reader.view(checkout));
    }

    StepResult shipping(CheckoutId id, Map<SellerId, String> choices) {
        plans.once();
        var checkout = store.lock(id);
        var view = reader.view(checkout);
        if (!checkout.open()) {
            return new StepResult.Moved(view);
        }
        var chosen = new HashMap<String, String>();
        var faults = new LinkedHashMap<String, String>();
        for (var parcel : view.parcels()) {
            var seller = parcel.seller().toString();
            var code = choices.get(parcel.seller());
            if (parcel.options().stream().anyMatch(option -> option.code().equals(code))) {
                chosen.put(seller, code);
            } else {
                faults.put("shipping." + seller, "checkout.fault.shipping");
            }
        }
        if (!faults.isEmpty()) {
            return new StepResult.Rejected(faults);
        }
        checkout.choose(chosen);
        store.flush();
        return new StepResult.Accepted(reader.view(checkout));
    }

    ReviewResult review(CheckoutId id) {
        plans.once();
        var view = reader.view(store.read(id));
        if (view.state() != CheckoutView.State.OPEN) {
            return new ReviewResult.Moved(view);
        }
        if (view.step() != CheckoutStep.PAYMENT) {
            return new ReviewResult.Incomplete(view);
        }
        var deal = reader.deal(view);
        return new ReviewResult.Ready(deal, seal(deal, view.cart()));
    }

    /** Agrees on the deal and holds its stock, or says why not. The checkout is PAYING once this has committed. */
    Hold hold(CheckoutId id, PayRequest request) {
        plans.once();
        var checkout = store.lock(id);
        if (checkout.paidBy(request.formKey())
                && !(request.gateway().equals(checkout.gateway())
                        && request.seal().equals(checkout.agreed().seal()))) {
            throw Problem.refused("checkout/key-reused", request.gateway());
        }
        if (checkout.paidBy(request.formKey())) {
            if (checkout.state() == CheckoutView.State.PAYING) {
                return go(checkout, checkout.agreed(), request.gateway());
            }
            if (checkout.state() == CheckoutView.State.PLACED) {
                return new Hold.Answer(
                        new PayResult.Placed(orders.ofCheckout(id).orElseThrow().asPlacedOrder()));
            }
        }
        var view = reader.view(checkout);
        if (!checkout.open() || checkout.paidBy(request.formKey())) {
            return new Hold.Answer(new PayResult.Moved(view));
        }
        if (view.step() != CheckoutStep.PAYMENT) {
            return new Hold.Answer(new PayResult.Incomplete(view));
        }
        var deal = reader.deal(view);
        if (!payments.gateways(deal.address().country(), deal.quote().total().currency())
                .contains(request.gateway())) {
            throw Problem.refused("checkout/unknown-gateway", request.gateway());
        }
        var seal = seal(deal, view.cart());
        if (!seal.equals(request.seal()) || !deal.isPayableBy(request.gateway())) {
            return new Hold.Answer(new PayResult.PriceChanged(
                    deal, seal, lostCoupon(checkout.cart().value())));
        }
        var held = store.held(deal.email(), request.clientAddress());
        if (held.byPerson() >= HELD_PER_PERSON || held.byClient() >= perClient()) {
            return new Hold.Answer(new PayResult.TooMany(RETRY_SECONDS));
        }
        if (!couponLeft(checkout, deal)) {
            var cart = checkout.cart().value();
            var lost = coupons.entered(cart).orElse(null);
            coupons.forget(cart);
            var without = reader.deal(view);
            return new Hold.Answer(new PayResult.PriceChanged(without, seal(without, view.cart()), lost));
        }
        return reserve(checkout, view, deal, request);
    }

    /** Takes the use of the coupon that the deal was made with. Always before credit and stock are locked. */
    private boolean couponLeft(Checkout checkout, Deal deal) {
        var coupon = deal.coupon();
        if (coupon.isEmpty()) {
            return true;
        }
        var customer = Coupons.customer(checkout.account().orElse(null), deal.email());
        return coupons.take(coupon.get(), customer, checkout.id().value());
    }

    /** What the shopper has seen: the deal, and which goods are sold before they come. */
    private static String seal(Deal deal, CartView cart) {
        var promises = cart.lines()
                .filter(line -> line.promise() != null)
                .map(line -> line.item().offer() + " " + line.promise())
                .collect(Collectors.joining("\n"));
        return promises.isEmpty() ? deal.seal() : Secrets.derive("deal", deal.seal() + promises);
    }

    /** The code that was given and can be used no more; it is forgotten, because the buyer is told. */
    private @Nullable String lostCoupon(String cart) {
        var lost = coupons.entered(cart).filter(code -> coupons.standing(code) != Coupons.Entered.ACCEPTED);
        lost.ifPresent(code -> coupons.forget(cart));
        return lost.orElse(null);
    }

    /** Credit and stock, all of it or nothing. Where a promise is all that is needed the order is placed at once. */
    private Hold reserve(Checkout checkout, CheckoutView view, Deal deal, PayRequest request) {
        var ref = Checkout.newHold();
        if (!credits.hold(ref.value(), checkout.id().value(), deal.credit())) {
            coupons.release(checkout.id().value());
            var changed = reader.deal(view);
            return new Hold.Answer(new PayResult.PriceChanged(changed, seal(changed, view.cart()), null));
        }
        var wanted = deal.items().stream()
                .map(item -> new Wanted(item.lineNo(), item.offer(), item.quantity()))
                .toList();
        // Nothing is promised that the shopper has taken for being there.
        var promised = view.cart()
                .lines()
                .filter(line -> line.promise() != null)
                .map(line -> line.item().offer())
                .collect(Collectors.toSet());
        var country = deal.address().country();
        boolean atOnce = payments.promises(request.gateway(), checkout.id().value());
        var order = new OrderId(Ids.next());
        var reservation = atOnce
                ? inventory.sell(ref, wanted, country, promised, order.value())
                : inventory.reserve(ref, wanted, country, promised);
        if (reservation instanceof Reservation.OutOfStock gone) {
            credits.release(ref.value());
            coupons.release(checkout.id().value());
            return new Hold.Answer(new PayResult.OutOfStock(gone.shortages()));
        }
        checkout.pay(deal, request, ref);
        var go = go(checkout, deal, request.gateway());
        if (atOnce) {
            FailPoint.hit("checkout.key-recorded");
            var payment = payments.promise(go.wish(request.pages()));
            return new Hold.Done(placement.placeSold(checkout, deal, payment, order), bought(checkout, deal));
        }
        store.flush();
        store.held(checkout.id(), ((Reservation.Held) reservation).expiresAt().plus(GRACE), CUT_OFF);
        FailPoint.hit("checkout.key-recorded");
        return go;
    }

    /** The attempt that is under way, to be sent to the gateway again. */
    Hold resume(CheckoutId id) {
        var checkout = store.read(id);
        var gateway = checkout.gateway();
        if (checkout.state() != CheckoutView.State.PAYING || gateway == null) {
            return new Hold.Answer(new PayResult.Moved(reader.view(checkout)));
        }
        return go(checkout, checkout.agreed(), gateway);
    }

    /**
     * Opens the checkout again after a payment that brought no money: the stock is free, the cart as it was. Does nothing
     * while a payment may still bring money, or if there is nothing to open. Repeatable.
     */
    public Outcome reopen(CheckoutId id, CheckoutView.Notice why) {
        var checkout = store.lock(id);
        var newest = payments.ofCheckout(id.value());
        if (newest.map(CheckoutDesk::mayBringMoney).orElse(false)) {
            return new Outcome.Waiting();
        }
        if (checkout.state() == CheckoutView.State.PAYING) {
            coupons.release(id.value());
            credits.release(checkout.hold().value());
            inventory.release(checkout.hold());
            checkout.reopen(why);
            store.flush();
        }
        return new Outcome.Reopened(Optional.ofNullable(checkout.notice()).orElse(why));
    }

    Bought bought(CheckoutId id) {
        var checkout = store.read(id);
        return bought(checkout, checkout.agreed());
    }

    private static Bought bought(Checkout checkout, Deal deal) {
        return new Bought(checkout.cart(), deal.quantities());
    }

    void lookIn(CheckoutId id, Duration wait) {
        store.lookIn(id, wait);
    }

    private static Hold.Go go(Checkout checkout, Deal deal, String gateway) {
        return new Hold.Go(checkout.id(), deal, gateway, checkout.locale());
    }

    private static boolean mayBringMoney(PaymentStatus payment) {
        return payment.state().unsettled() || payment.state().secured();
    }

    private static int perClient() {
        return Settings.text("galleria.checkout.held-per-client")
                .map(Integer::parseInt)
                .orElse(HELD_PER_CLIENT);
    }
}
