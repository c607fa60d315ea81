package dev.galleria.cart.web;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.cart.CartKey;
import dev.galleria.cart.Carts;
import dev.galleria.platform.Texts;
import dev.galleria.platform.pages.PageDraft;
import dev.galleria.platform.pages.VisitorText;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How much is in the visitor's cart, for the header of every page. */
@Named
@RequestScoped
public class CartBadge implements VisitorText {
    private static final String COUNT = "cart-count";
    private static final String WORDS = "cart-words";

    @Inject
    PageDraft draft;

    @Inject
    Carts carts;

    @Inject
    CurrentAccount account;

    @Inject
    Visit visit;

    private @Nullable Integer count;

    /** Pieces in the cart; 0 for a visitor who has none. */
    public String getCount() {
        return draft.shared() ? draft.hole(COUNT) : Integer.toString(count());
    }

    /** The same in words, for those who do not see the number. */
    public String getWords() {
        return draft.shared() ? draft.hole(WORDS) : words();
    }

    @Override
    public Map<String, Supplier<String>> visitorTexts() {
        return Map.of(COUNT, () -> Integer.toString(count()), WORDS, this::words);
    }

    private int count() {
        if (count == null) {
            count = visit.visitor().isEmpty() || isNew() ? 0 : carts.count(key());
        }
        return count;
    }

    /** Every visit of a crawler is a first one; it is not worth a look for a cart. */
    private boolean isNew() {
        return !visit.known() && account.find().isEmpty();
    }

    private String words() {
        return Texts.of(visit.locale(), "cart.badge", count());
    }

    private CartKey key() {
        return account.find().map(Account::id).map(CartKey::account).orElseGet(() -> CartKey.visitor(visit.visitor()));
    }
}
