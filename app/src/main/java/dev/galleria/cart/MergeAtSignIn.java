package dev.galleria.cart;

import dev.galleria.account.SignedIn;
import dev.galleria.pricing.promotions.Coupons;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Brings what a visitor had in the cart into the account's cart. */
@ApplicationScoped
class MergeAtSignIn {
    @Inject
    Carts carts;

    @Inject
    Coupons coupons;

    void merge(@Observes SignedIn event) {
        if (!event.visitor().isEmpty()) {
            var from = CartKey.visitor(event.visitor());
            var to = CartKey.account(event.account().id());
            carts.merge(from, to);
            coupons.move(from.value(), to.value());
        }
    }
}
