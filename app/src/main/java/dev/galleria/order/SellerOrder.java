package dev.galleria.order;

import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** The part of an order that one seller fulfills. CONFIRMED → SHIPPED → DELIVERED, or CONFIRMED → CANCELED. */
@Entity
@Table(name = "seller_order")
class SellerOrder {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "purchase_id")
    private UUID purchase;

    @Column(name = "seller_id")
    private UUID seller;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    protected SellerOrder() {} // for JPA

    PartId id() {
        return new PartId(id);
    }

    OrderId purchase() {
        return new OrderId(purchase);
    }

    SellerId seller() {
        return new SellerId(seller);
    }

    OrderState state() {
        return state;
    }

    void become(OrderState next) {
        if (!state.mayBecome(next)) {
            throw Problem.conflict("order/state", id + " is " + state + ", not to become " + next);
        }
        state = next;
    }
}
