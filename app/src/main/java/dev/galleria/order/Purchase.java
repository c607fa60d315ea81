package dev.galleria.order;

import dev.galleria.platform.Problem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;

/**
 * The life of an order: as far as its slowest part. What was bought and paid is written once, by {@link OrderStore}, and is
 * no part of it.
 */
@Entity
@Table(name = "purchase")
class Purchase {
    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    @Column(name = "total_minor")
    private long totalMinor;

    protected Purchase() {} // for JPA

    OrderId id() {
        return new OrderId(id);
    }

    OrderState state() {
        return state;
    }

    /** Follows its parts. */
    void follow(List<SellerOrder> parts) {
        var next = OrderState.of(parts.stream().map(SellerOrder::state).toList());
        if (state == OrderState.CONFIRMED && next == OrderState.DELIVERED) {
            // The last part on which it waited has been canceled.
            state = OrderState.SHIPPED;
        }
        if (next != state && !state.mayBecome(next)) {
            throw Problem.conflict("order/state", id + " is " + state + ", not to become " + next);
        }
        state = next;
    }
}
