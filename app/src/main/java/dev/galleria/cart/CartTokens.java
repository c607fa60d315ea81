package dev.galleria.cart;

import dev.galleria.account.AccountId;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Secrets;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by which programs name a guest's cart: made here, unguessable, and good at the marketplace that made them only.
 * Whoever has one has the cart. Nothing is kept for a token whose cart is empty.
 */
@ApplicationScoped
public class CartTokens {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int RANDOM = 22;

    @Inject
    Tenancy tenancy;

    /** A new one. */
    public String issue() {
        var name = Secrets.token().substring(0, RANDOM);
        return name + seal(name);
    }

    /**
     * The account's cart, or that of the token. A token that was not made here is a Problem (NOT_FOUND), none at all one
     * (INVALID).
     */
    public CartKey key(@Nullable AccountId account, @Nullable String token) {
        if (account != null) {
            return CartKey.account(account);
        }
        if (token == null) {
            throw Problem.invalid("cart/no-token", "neither account nor token");
        }
        if (!FORM.matcher(token).matches()
                || !Secrets.same(token.substring(RANDOM), seal(token.substring(0, RANDOM)))) {
            throw Problem.notFound("cart/unknown-token", "not made here");
        }
        return CartKey.visitor(token);
    }

    private String seal(String name) {
        return Secrets.derive("cart-token", tenancy.current().id() + " " + name).substring(0, 43 - RANDOM);
    }
}
