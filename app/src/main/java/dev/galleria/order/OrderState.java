package dev.galleria.order;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** How far an order or a seller's part of it has come. Nothing goes back. */
public enum OrderState {
    CONFIRMED,
    SHIPPED,
    DELIVERED,
    CANCELED;

    private static final Map<OrderState, Set<OrderState>> LEGAL = Map.of(
            CONFIRMED, Set.of(SHIPPED, CANCELED),
            SHIPPED, Set.of(DELIVERED),
            DELIVERED, Set.of(),
            CANCELED, Set.of());

    /** Whether that may come next. */
    public boolean mayBecome(OrderState next) {
        return LEGAL.get(this).contains(next);
    }

    /** An order is as far as its slowest part that has not been canceled; canceled once all parts are. */
    static OrderState of(Collection<OrderState> parts) {
        return parts.stream()
                .filter(state -> state != CANCELED)
                .min(OrderState::compareTo)
                .orElse(CANCELED);
    }
}
