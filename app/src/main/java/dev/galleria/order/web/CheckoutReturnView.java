package dev.galleria.order.web;

import dev.galleria.order.CheckoutView;
import dev.galleria.order.Checkouts;
import dev.galleria.order.Outcome;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Where the gateway sends the shopper, whatever happened there. The address proves nothing: the gateway is asked, and
 * until it has answered the page asks again by itself.
 */
@Named("checkoutReturn")
@RequestScoped
public class CheckoutReturnView {
    @Inject
    Checkouts checkouts;

    @Inject
    CheckoutFlow flow;

    @Inject
    Page page;

    private boolean refunded;

    public void load() {
        page.keepPrivate();
        var token = page.text("checkout");
        var checkout = checkouts.view(token);
        boolean turnedBack = page.checked("back") && checkout.state() == CheckoutView.State.PAYING;
        var outcome = turnedBack ? checkouts.callOff(token) : checkouts.finish(token);
        if (outcome instanceof Outcome.Placed placed) {
            page.go("/orders/" + placed.order().token());
        } else if (outcome instanceof Outcome.Reopened) {
            page.go("/checkout/payment");
        } else if (outcome instanceof Outcome.Refunded) {
            refunded = true;
        } else if (checkout.state() != CheckoutView.State.PAYING) {
            // Nobody has paid or is paying: the address was made up, or kept from long ago.
            flow.go(checkout);
        }
    }

    /** Whether the money goes back because the stock had gone; otherwise the gateway has not answered yet. */
    public boolean isRefunded() {
        return refunded;
    }

    /** The address to ask again at. */
    public String getAgain() {
        return page.getBase() + "/checkout/return?checkout=" + page.text("checkout");
    }
}
