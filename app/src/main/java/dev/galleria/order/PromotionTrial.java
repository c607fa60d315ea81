package dev.galleria.order;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Database;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import dev.galleria.pricing.ParcelShipping;
import dev.galleria.pricing.PriceLine;
import dev.galleria.pricing.promotions.Promotions;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a promotion would have cost: applied alone to last week's orders in the marketplace's own currency. Changes nothing. */
@ApplicationScoped
public class PromotionTrial {
    @Inject
    Database database;

    @Inject
    Promotions promotions;

    @Inject
    Tenancy tenancy;

    /** So many orders were looked at, so many would have been reduced, by so much together. */
    public record Cost(int orders, int reduced, Money amount) {}

    /** A line of an order as it is read. */
    public record Line(
            UUID purchaseId,
            int lineNo,
            UUID sellerId,
            UUID productId,
            String title,
            long unitMinor,
            int quantity,
            long discountMinor,
            String taxClass) {}

    /** What sending a part has cost as it is read. */
    public record Part(UUID purchaseId, UUID sellerId, long shippingMinor) {}

    /** Of the last seven days; orders that were canceled are left out. What they were reduced by then stays off. */
    public Cost lastWeek(Editor editor, UUID promotion) {
        if (editor.seller() != null) {
            throw Problem.forbidden("pricing/not-staff", editor.account());
        }
        var own = tenancy.current().currency();
        var parts = parts(own).stream().collect(Collectors.groupingBy(Part::purchaseId));
        var orders = lines(own).stream()
                .collect(Collectors.groupingBy(Line::purchaseId, LinkedHashMap::new, Collectors.toList()));
        int reduced = 0;
        var amount = Money.zero(own);
        for (var order : orders.entrySet()) {
            var goods = goods(own, order.getValue(), parts.getOrDefault(order.getKey(), List.of()));
            var off = promotions.alone(promotion, goods).stream()
                    .map(one -> one.total(Money.zero(own)))
                    .reduce(Money.zero(own), Money::plus);
            reduced += off.isZero() ? 0 : 1;
            amount = amount.plus(off);
        }
        return new Cost(orders.size(), reduced, amount);
    }

    private List<Line> lines(Currency own) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT l.purchase_id, l.line_no, l.seller_id, l.product_id, l.title, l.unit_minor, l.quantity,
                               l.discount_minor, '' AS tax_class
                          FROM order_line l JOIN purchase p ON p.id = l.purchase_id
                         WHERE p.placed_at > now() - interval '7 days' AND p.currency = :own AND p.state <> 'CANCELED'
                         ORDER BY p.placed_at, l.purchase_id, l.line_no""")
                .bind("own", own.getCurrencyCode())
                .mapTo(Line.class)
                .list());
    }

    private List<Part> parts(Currency own) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT s.purchase_id, s.seller_id, s.shipping_minor
                          FROM seller_order s JOIN purchase p ON p.id = s.purchase_id
                         WHERE p.placed_at > now() - interval '7 days' AND p.currency = :own AND p.state <> 'CANCELED'""")
                .bind("own", own.getCurrencyCode())
                .mapTo(Part.class)
                .list());
    }

    private static Promotions.Goods goods(Currency own, List<Line> lines, List<Part> parts) {
        Map<Integer, ProductId> products = new HashMap<>();
        lines.forEach(line -> products.put(line.lineNo(), new ProductId(line.productId())));
        return new Promotions.Goods(
                own,
                lines.stream()
                        .map(line -> new PriceLine(
                                line.lineNo(),
                                new SellerId(line.sellerId()),
                                line.title(),
                                new Money(line.unitMinor(), own),
                                line.quantity(),
                                new Money(line.discountMinor(), own),
                                line.taxClass()))
                        .toList(),
                products,
                parts.stream()
                        .map(part ->
                                new ParcelShipping(new SellerId(part.sellerId()), new Money(part.shippingMinor(), own)))
                        .toList());
    }
}
