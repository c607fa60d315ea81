package dev.galleria.order;

import dev.galleria.platform.Ids;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** An order of one seller, as its rows. Prices include tax. */
final class OrderFixture {
    private OrderFixture() {}

    record Line(int quantity, long total, long tax) {}

    static OrderId place(Jdbi jdbi, List<Line> lines, long shipping, long shippingTax) {
        var order = Ids.next();
        var part = Ids.next();
        var seller = Ids.next();
        long goods = lines.stream().mapToLong(Line::total).sum();
        long tax = lines.stream().mapToLong(Line::tax).sum() + shippingTax;
        jdbi.useTransaction(sql -> {
            sql.execute(
                    """
                    INSERT INTO purchase (id, number, checkout_id, email, locale, state, payment_method, address, currency, subtotal_minor,
                                          discount_minor, shipping_minor, tax_minor, tax_included, total_minor, own_total_minor, explanation, token_hash)
                    VALUES (?, ?, ?, 'a@b.example', 'en', 'CONFIRMED', 'cod', '{}', 'EUR', ?, 0, ?, ?, true, ?, ?, '[]', ?)""",
                    order,
                    "#" + order,
                    Ids.next(),
                    goods,
                    shipping,
                    tax,
                    goods + shipping,
                    goods + shipping,
                    order.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            sql.execute(
                    """
                    INSERT INTO seller_order (id, purchase_id, seller_id, seller_name, part_no, state, shipping_method, shipping_label,
                                              subtotal_minor, discount_minor, shipping_minor, tax_minor, total_minor, own_total_minor)
                    VALUES (?, ?, ?, 'Seller', 1, 'CONFIRMED', 'post', 'Post', ?, 0, ?, ?, ?, ?)""",
                    part,
                    order,
                    seller,
                    goods,
                    shipping,
                    tax,
                    goods + shipping,
                    goods + shipping);
            for (int at = 0; at < lines.size(); at++) {
                line(sql, order, part, seller, at + 1, lines.get(at));
            }
        });
        return new OrderId(order);
    }

    private static void line(org.jdbi.v3.core.Handle sql, UUID order, UUID part, UUID seller, int no, Line line) {
        sql.execute(
                """
                INSERT INTO order_line (id, purchase_id, seller_order_id, line_no, seller_id, product_id, product_slug, variant_id, offer_id,
                                        sku, title, choices, quantity, unit_minor, tax_minor, tax_rate_ppm, total_minor)
                VALUES (?, ?, ?, ?, ?, ?, 'slug', ?, ?, 'SKU', 'Title', '', ?, 1, ?, 190000, ?)""",
                Ids.next(),
                order,
                part,
                no,
                seller,
                Ids.next(),
                Ids.next(),
                Ids.next(),
                line.quantity(),
                line.tax(),
                line.total());
    }
}
