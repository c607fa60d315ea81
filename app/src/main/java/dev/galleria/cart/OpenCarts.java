package dev.galleria.cart;

import dev.galleria.platform.BootStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A node keeps some of all nodes' carts from the moment it joins them: it can read their copies before it serves anybody. */
@ApplicationScoped
class OpenCarts implements BootStep {
    @Inject
    Carts carts;

    @Override
    public int order() {
        return 12;
    }

    @Override
    public void run() {
        carts.keep();
    }
}
