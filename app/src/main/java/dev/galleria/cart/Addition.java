package dev.galleria.cart;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Problem;
import java.util.Optional;

/** A wish to add something, which the cart itself remembers with its answer: a cart that is lost forgets both. */
record Addition(String key, OfferId offer, int quantity) {
    /** The answer that was given to it; the same key with another wish is a Problem (REFUSED). */
    Optional<CartChange> answered(CartContent content) {
        return content.memory(name()).map(memory -> {
            if (memory.isEmpty()) {
                // Remembered before answers were.
                return new CartChange.Done(content.quantity(offer), content.count());
            }
            var words = memory.split(" ");
            if (!words[0].equals(offer.toString()) || Integer.parseInt(words[1]) != quantity) {
                throw Problem.refused("request/key-reused", "cart");
            }
            return new CartChange.Done(Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        });
    }

    /** Only what was done is remembered: a refused wish may succeed later. */
    Carts.Decision remembered(Carts.Decision decision) {
        return decision.answer() instanceof CartChange.Done done
                ? new Carts.Decision(
                        decision.content()
                                .remember(name()
                                        + ' '
                                        + offer
                                        + ' '
                                        + quantity
                                        + ' '
                                        + done.quantity()
                                        + ' '
                                        + done.count()),
                        done)
                : decision;
    }

    private String name() {
        return "add:" + key;
    }
}
