package dev.galleria.cart;

import dev.galleria.account.AccountId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Secrets;
import java.util.Base64;
import java.util.Optional;

/** Names a cart in its marketplace: a visitor's, or an account's on all its devices. */
public record CartKey(String value) {
    private static final String ACCOUNT = "a:";
    private static final String VISITOR = "v:";

    /** The cart of a browser, by its visitor token; the token itself is not kept. */
    public static CartKey visitor(String token) {
        if (token.isEmpty()) {
            throw new IllegalArgumentException("a visitor without a token has no cart");
        }
        return new CartKey(VISITOR + Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(token)));
    }

    /** The cart of an account. */
    public static CartKey account(AccountId account) {
        return new CartKey(ACCOUNT + account.value());
    }

    /** Whose cart it is, if an account's. */
    public Optional<AccountId> account() {
        return value.startsWith(ACCOUNT)
                ? Ids.parse(value.substring(ACCOUNT.length())).map(AccountId::new)
                : Optional.empty();
    }
}
