package dev.galleria.order;

import dev.galleria.cart.CartKey;
import dev.galleria.cart.Carts;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Database;
import dev.galleria.platform.EventHandler;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;

/** What an order changes elsewhere: best sellers, the time of the last order, and the cart that it came from. */
@ApplicationScoped
class AfterOrder implements EventHandler<OrderPlaced> {
    @Inject
    OrderReader orders;

    @Inject
    Catalog catalog;

    @Inject
    Carts carts;

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @Override
    public Class<OrderPlaced> type() {
        return OrderPlaced.class;
    }

    @Override
    public void handle(OrderPlaced event) {
        var order = orders.find(event.order()).orElseThrow();
        var products = new HashMap<ProductId, Integer>();
        var offers = new HashMap<OfferId, Integer>();
        for (var line : order.lines()) {
            products.merge(line.product(), line.quantity(), Integer::sum);
            offers.merge(line.offer(), line.quantity(), Integer::sum);
        }
        catalog.sold(products, LocalDate.ofInstant(order.placedAt(), ZoneOffset.UTC));
        tenancy.noteOrder(order.placedAt());
        database.call(sql -> sql.createQuery("SELECT cart_id FROM checkout WHERE order_id = :order")
                        .bind("order", event.order().value())
                        .mapTo(String.class)
                        .findOne())
                .ifPresent(cart ->
                        carts.removeBought(new CartKey(cart), event.order().toString(), offers));
    }
}
