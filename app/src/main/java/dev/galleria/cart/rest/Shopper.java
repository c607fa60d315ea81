package dev.galleria.cart.rest;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.cart.CartKey;
import dev.galleria.cart.CartTokens;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who shops by the API: the account of the token, else the guest of the header {@code Cart-Token}. Language and currency are
 * the marketplace's own unless {@code locale} or {@code currency} in the address ask for another that it has.
 */
@RequestScoped
public class Shopper {
    /** The header that names a guest's cart. */
    public static final String CART = "Cart-Token";

    @Inject
    CurrentAccount current;

    @Inject
    CartTokens tokens;

    @Inject
    Tenancy tenancy;

    @Inject
    HttpServletRequest request;

    public Optional<Account> account() {
        return current.find();
    }

    /** The cart; Problems as {@link CartTokens#key}. */
    public CartKey cart() {
        return tokens.key(current.find().map(Account::id).orElse(null), request.getHeader(CART));
    }

    /** A language that the marketplace does not have is a {@link Refusal} (400). */
    public Locale locale() {
        var wanted = parameter("locale");
        return wanted == null
                ? tenancy.current().defaultLocale()
                : tenancy.current().locales().stream()
                        .filter(one -> one.toLanguageTag().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(400, "request/locale", "There are no texts in this language."));
    }

    /** A currency that the marketplace does not sell in is a {@link Refusal} (400). */
    public Currency currency() {
        var wanted = parameter("currency");
        return wanted == null
                ? tenancy.current().currency()
                : tenancy.current()
                        .exchange(wanted)
                        .orElseThrow(
                                () -> new Refusal(400, "request/currency", "Nothing is sold in this currency here."))
                        .to();
    }

    private @Nullable String parameter(String name) {
        var values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw new Refusal(400, "request/parameter", "A parameter is given once.");
        }
        return values == null ? null : values[0];
    }
}
