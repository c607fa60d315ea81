package dev.galleria.cart.web;

import dev.galleria.cart.CartLine;
import dev.galleria.cart.CartView;
import dev.galleria.cart.Carts;
import dev.galleria.cart.CurrentCart;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The cart as its shopper sees it, with everything that has changed since it was filled. */
@Named("cartPage")
@RequestScoped
public class CartPageView {
    private static final Set<String> GOOD = Set.of("added", "changed", "removed");
    private static final Set<String> BAD =
            Set.of("tooFew", "soldOut", "full", "notForSale", "quantity", "unknown", "checkout");

    @Inject
    Carts carts;

    @Inject
    CurrentCart current;

    @Inject
    Visit visit;

    @Inject
    Page page;

    private CartView cart;

    public void load() {
        page.keepPrivate();
        cart = carts.view(current.key(), visit.locale(), visit.currency());
    }

    public CartView getCart() {
        return cart;
    }

    /** How much there is, in words. */
    public String getLead() {
        return Texts.of(
                visit.locale(), "cart.lead", cart.count(), cart.parcels().size());
    }

    /** What the last step did; empty if it did nothing worth telling. */
    public String getGood() {
        var notice = page.text("notice");
        return GOOD.contains(notice) ? Texts.of(visit.locale(), "cart.notice." + notice) : "";
    }

    /** What the last step could not do; empty if nothing went wrong. */
    public String getBad() {
        var notice = page.text("notice");
        return BAD.contains(notice) ? Texts.of(visit.locale(), "cart.notice." + notice, number("n"), number("m")) : "";
    }

    /** What has changed since the shopper saw it last. */
    public List<String> getChanges() {
        var changes = new ArrayList<String>();
        cart.lines().forEach(line -> {
            var before = line.priceBefore();
            if (before != null) {
                changes.add(Texts.of(
                        visit.locale(),
                        "cart.change.price",
                        line.item().title(),
                        text(line.item().price()),
                        text(before)));
            }
        });
        return changes;
    }

    /** Why the line cannot be bought as it is; empty if it can. */
    public String stock(CartLine line) {
        return switch (line.availability()) {
            case AVAILABLE -> "";
            case FEWER -> Texts.of(visit.locale(), "cart.line.fewer", line.available());
            case SOLD_OUT -> Texts.of(visit.locale(), "cart.line.soldOut");
            case WITHDRAWN -> Texts.of(visit.locale(), "cart.line.withdrawn");
        };
    }

    public String each(CartLine line) {
        return line.quantity() == 1
                ? ""
                : Texts.of(visit.locale(), "cart.line.each", text(line.item().price()));
    }

    public String getPieces() {
        return Texts.of(visit.locale(), "cart.pieces", cart.count());
    }

    public String getDelivery() {
        return Texts.of(visit.locale(), "cart.delivery", cart.parcels().size());
    }

    private int number(String name) {
        var text = page.text(name);
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private String text(Money money) {
        return MoneyText.of(money, visit.locale());
    }
}
