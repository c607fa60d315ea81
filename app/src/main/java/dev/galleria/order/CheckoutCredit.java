package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.payment.credit.Wallet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which store credit and gift cards a checkout is paid with before a gateway takes the rest. Nothing is taken by choosing; a
 * checkout that is not open stays as it is. An unknown token is a Problem (NOT_FOUND).
 */
@ApplicationScoped
@Transactional
public class CheckoutCredit {
    @Inject
    CheckoutStore store;

    @Inject
    CheckoutReader reader;

    @Inject
    Wallet wallet;

    private record Owner(UUID checkout, @Nullable AccountId account, Currency currency, boolean open) {}

    /** What could pay it: the cards that were entered, the store credit of whoever is signed in. */
    public List<Wallet.Offer> offers(String token) {
        var owner = owner(token);
        return wallet.offers(owner.checkout(), owner.account(), owner.currency().getCurrencyCode());
    }

    /** Adds a gift card by its code. */
    public Wallet.Redeemed redeem(String token, String code, String client) {
        var owner = owner(token);
        return owner.open()
                ? wallet.redeem(owner.checkout(), code, owner.currency().getCurrencyCode(), client)
                : Wallet.Redeemed.UNKNOWN;
    }

    /** Takes a card off again. */
    public void leave(String token, UUID credit) {
        var owner = owner(token);
        if (owner.open()) {
            wallet.leave(owner.checkout(), credit);
        }
    }

    /** Has the signed-in shopper's store credit pay, or not. */
    public void useStoreCredit(String token, boolean wanted) {
        var owner = owner(token);
        var account = owner.account();
        if (owner.open() && account != null) {
            wallet.useStoreCredit(owner.checkout(), account, owner.currency().getCurrencyCode(), wanted);
        }
    }

    private Owner owner(String token) {
        var id = new CheckoutId(store.byToken(token).id());
        var checkout = store.read(id);
        return new Owner(id.value(), checkout.account().orElse(null), reader.currency(checkout), checkout.open());
    }
}
