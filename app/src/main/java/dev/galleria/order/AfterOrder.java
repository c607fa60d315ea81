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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an order changes elsewhere: best sellers, the time of the last order, and the cart that it came from. */
@ApplicationScoped
class AfterOrder implements EventHandler<OrderPlaced> {
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
        var lines = lines(event.order());
        var products = new HashMap<ProductId, Integer>();
        var offers = new HashMap<OfferId, Integer>();
        for (var line : lines) {
            products.merge(new ProductId(line.productId()), line.quantity(), Integer::sum);
            offers.merge(new OfferId(line.offerId()), line.quantity(), Integer::sum);
        }
        catalog.sold(products, LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC));
        tenancy.noteOrder(event.occurredAt());
        lines.stream()
                .flatMap(line -> Stream.ofNullable(line.cartId()))
                .findFirst()
                .ifPresent(cart ->
                        carts.removeBought(new CartKey(cart), event.order().toString(), offers));
    }

    /** What was bought, and the cart that it came from if it came from one. */
    public record Line(UUID productId, UUID offerId, int quantity, @Nullable String cartId) {}

    private List<Line> lines(OrderId order) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT l.product_id, l.offer_id, l.quantity, c.cart_id
                          FROM order_line l JOIN purchase p ON p.id = l.purchase_id LEFT JOIN checkout c ON c.id = p.checkout_id
                         WHERE l.purchase_id = :order""")
                .bind("order", order.value())
                .mapTo(Line.class)
                .list());
    }
}
