package dev.galleria.cart.web;

import dev.galleria.cart.CartChange;
import dev.galleria.cart.Carts;
import dev.galleria.cart.CurrentCart;
import dev.galleria.cart.Quantity;
import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/**
 * What the shop's forms do to a cart: {@code /cart/add} (offer, quantity, addKey), {@code /cart/change} (offer, quantity, by),
 * {@code /cart/remove} (offer), {@code /cart/accept}. Every one is answered with a redirect to the cart, which tells the rest.
 */
@Named
@RequestScoped
public class CartActions {
    @Inject
    Carts carts;

    @Inject
    CurrentCart current;

    @Inject
    Visit visit;

    @Inject
    Page page;

    /** Does what the address says; somebody who only follows a link there sees the cart. */
    public void act() {
        page.go("/cart" + (page.posted() ? answer() : ""));
    }

    private String answer() {
        if (visit.path().equals("/cart/accept")) {
            carts.acceptPrices(current.key(), visit.locale(), visit.currency());
            return "";
        }
        var offer = Ids.parse(page.text("offer")).map(OfferId::new);
        if (offer.isEmpty()) {
            return notice("unknown");
        }
        return switch (visit.path()) {
            case "/cart/add" -> add(offer.get());
            case "/cart/change" -> change(offer.get());
            default -> remove(offer.get());
        };
    }

    private String add(OfferId offer) {
        var wish = page.text("quantity");
        var quantity = Quantity.parse(wish.isEmpty() ? "1" : wish);
        if (quantity.isEmpty()) {
            return notice("quantity");
        }
        return told(
                carts.add(current.key(), offer, quantity.getAsInt(), addKey(offer), visit.locale(), visit.currency()),
                "added");
    }

    /** A form without a key of its own cannot be told from its repetition: each sending counts. */
    private String addKey(OfferId offer) {
        return Optional.of(page.text("addKey"))
                .filter(key -> key.matches("[A-Za-z0-9_-]{20,64}"))
                .map(key -> offer + ":" + key)
                .orElseGet(() -> Ids.next().toString());
    }

    private String change(OfferId offer) {
        var quantity = Quantity.parse(page.text("quantity"));
        if (page.text("quantity").equals("0")) {
            return remove(offer);
        }
        if (quantity.isEmpty()) {
            return notice("quantity");
        }
        int wish = quantity.getAsInt()
                + switch (page.text("by")) {
                    case "more" -> 1;
                    case "less" -> -1;
                    default -> 0;
                };
        if (wish < Quantity.MIN) {
            return remove(offer);
        }
        if (wish > Quantity.MAX) {
            return notice("full");
        }
        try {
            return told(carts.change(current.key(), offer, wish, visit.locale(), visit.currency()), "changed");
        } catch (Problem gone) {
            // Taken out meanwhile, in another window.
            return notice("unknown");
        }
    }

    private String remove(OfferId offer) {
        carts.remove(current.key(), offer);
        return notice("removed");
    }

    private static String told(CartChange change, String done) {
        if (change instanceof CartChange.TooFew few) {
            return few.available() == 0
                    ? notice("soldOut")
                    : notice("tooFew") + "&n=" + few.available() + "&m=" + few.inCart();
        }
        if (change instanceof CartChange.Full full) {
            return notice("full") + "&n=" + full.pieces() + "&m=" + full.lines();
        }
        return notice(change instanceof CartChange.NotForSale ? "notForSale" : done);
    }

    private static String notice(String code) {
        return "?notice=" + code;
    }
}
