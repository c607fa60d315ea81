package dev.galleria.order.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.cart.CurrentCart;
import dev.galleria.order.CheckoutStep;
import dev.galleria.order.CheckoutView;
import dev.galleria.order.Checkouts;
import dev.galleria.order.Outcome;
import dev.galleria.order.PayPages;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Leads a shopper through the steps: whoever is at the wrong one, by an old tab or the back button, is sent to the right one. */
@RequestScoped
class CheckoutFlow {
    @Inject
    Checkouts checkouts;

    @Inject
    CurrentCart cart;

    @Inject
    CurrentAccount account;

    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    @Inject
    Page page;

    /** The checkout that a form or the gateway names, otherwise this visitor's; begun if there is none. */
    CheckoutView current() {
        page.keepPrivate();
        var named = page.text("checkout");
        if (!named.isEmpty()) {
            return checkouts.view(named);
        }
        var begun = checkouts.start(cart.key(), account.find().orElse(null), visit.locale(), visit.currency());
        return checkouts.view(begun.token());
    }

    /** The checkout if it is open and has come at least as far; otherwise the shopper is sent to where it is. */
    Optional<CheckoutView> at(CheckoutStep step) {
        var checkout = current();
        if (checkout.state() == CheckoutView.State.OPEN && checkout.step().compareTo(step) >= 0) {
            return Optional.of(checkout);
        }
        go(checkout);
        return Optional.empty();
    }

    /** To the page where that checkout goes on. */
    void go(CheckoutView checkout) {
        switch (checkout.state()) {
            case OPEN -> page.go(path(checkout));
            case PAYING -> page.go("/checkout/payment");
            case PLACED -> finished(checkout);
            default -> page.go("/cart");
        }
    }

    private void finished(CheckoutView checkout) {
        page.go(
                checkouts.finish(checkout.token()) instanceof Outcome.Placed placed
                        ? "/orders/" + placed.order().token()
                        : "/cart");
    }

    private static String path(CheckoutView checkout) {
        return switch (checkout.step()) {
            case CART -> checkout.cart().isEmpty() ? "/cart" : "/cart?notice=checkout";
            case ADDRESS -> "/checkout";
            case SHIPPING -> "/checkout/delivery";
            case PAYMENT -> "/checkout/payment";
        };
    }

    /** Where the gateway sends the shopper. The token only names the checkout; what became of it the gateway is asked. */
    PayPages pages(String token) {
        var back = paths.absolute("/checkout/return?checkout=" + token);
        return new PayPages(back, back + "&back=true");
    }
}
