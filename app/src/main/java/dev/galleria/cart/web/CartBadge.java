package dev.galleria.cart.web;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.cart.CartKey;
import dev.galleria.cart.Carts;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** How much is in the visitor's cart, for the header of every page. */
@Named
@RequestScoped
public class CartBadge {
    @Inject
    Carts carts;

    @Inject
    CurrentAccount account;

    @Inject
    Visit visit;

    private @Nullable Integer count;

    /** Pieces in the cart; 0 for a visitor who has none. */
    public int getCount() {
        if (count == null) {
            count = visit.visitor().isEmpty() ? 0 : carts.count(key());
        }
        return count;
    }

    /** The same in words, for those who do not see the number. */
    public String getWords() {
        return Texts.of(visit.locale(), "cart.badge", getCount());
    }

    private CartKey key() {
        return account.find().map(Account::id).map(CartKey::account).orElseGet(() -> CartKey.visitor(visit.visitor()));
    }
}
