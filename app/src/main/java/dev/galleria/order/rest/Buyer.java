package dev.galleria.order.rest;

import dev.galleria.account.CurrentAccount;
import dev.galleria.order.OrderDetails;
import dev.galleria.order.Orders;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Whose orders a caller may name: those of its account by number, any by its token. */
@RequestScoped
class Buyer {
    @Inject
    Orders orders;

    @Inject
    CurrentAccount current;

    /** Somebody else's is as unknown as none (NOT_FOUND). */
    OrderDetails order(String name) {
        return orders.byToken(name)
                .or(() -> current.find().flatMap(account -> orders.ofAccount(account.id(), name)))
                .orElseThrow(() -> Problem.notFound("order/unknown", "not this buyer's"));
    }
}
