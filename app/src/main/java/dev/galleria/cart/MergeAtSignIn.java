package dev.galleria.cart;

import dev.galleria.account.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Brings what a visitor had in the cart into the account's cart. */
@ApplicationScoped
class MergeAtSignIn {
    @Inject
    Carts carts;

    void merge(@Observes SignedIn event) {
        if (!event.visitor().isEmpty()) {
            carts.merge(
                    CartKey.visitor(event.visitor()),
                    CartKey.account(event.account().id()));
        }
    }
}
