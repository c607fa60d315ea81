package dev.galleria.order.web;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Role;
import dev.galleria.order.OrderFilter;
import dev.galleria.order.OrderState;
import dev.galleria.order.Orders;
import dev.galleria.order.PartSummary;
import dev.galleria.order.SellerOrders;
import dev.galleria.platform.Problem;
import dev.galleria.seller.Seller;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose back office this is: a seller's with its own parts of orders, or the marketplace's, which sees all orders. */
@Named
@RequestScoped
public class Office {
    private static final int NEXT = 5;

    @Inject
    CurrentAccount current;

    @Inject
    Sellers sellers;

    @Inject
    SellerOrders parts;

    @Inject
    Orders orders;

    private @Nullable Optional<Seller> seller;

    /** The seller that the account works for; empty for the marketplace's own people. */
    public Optional<SellerId> sellerId() {
        var account = current.require();
        var id = account.seller();
        if (account.is(Role.SELLER) && id != null) {
            return Optional.of(new SellerId(id));
        }
        if (!account.works()) {
            throw Problem.forbidden("order/office", "no role");
        }
        return Optional.empty();
    }

    public boolean isForSeller() {
        return sellerId().isPresent();
    }

    /** The seller's name; empty for the marketplace's own people. */
    public String getSellerName() {
        if (seller == null) {
            seller = sellerId().flatMap(sellers::find);
        }
        return seller.map(Seller::name).orElse("");
    }

    public String getAccountName() {
        return current.find().map(Account::name).orElse("");
    }

    public int getToShip() {
        return count(OrderState.CONFIRMED);
    }

    public int getShipped() {
        return count(OrderState.SHIPPED);
    }

    public int getDelivered() {
        return count(OrderState.DELIVERED);
    }

    /** What has waited longest for its parcel. */
    public List<PartSummary> getNext() {
        return sellerId()
                .map(id -> {
                    var filter = new OrderFilter(OrderState.CONFIRMED, "", 0, NEXT);
                    return parts.partsOf(id, filter, dev.galleria.order.PartOrder.PLACED, true).items().stream()
                            .sorted(Comparator.comparing(PartSummary::placedAt))
                            .toList();
                })
                .orElse(List.of());
    }

    private int count(OrderState state) {
        var filter = new OrderFilter(state, "", 0, 1);
        return sellerId().map(id -> parts.partsOf(id, filter).total()).orElseGet(() -> orders.list(filter)
                .total());
    }
}
