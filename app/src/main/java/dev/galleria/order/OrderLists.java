package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Lists of orders and of sellers' parts, a page at a time. */
@ApplicationScoped
class OrderLists {
    @Inject
    Database database;

    /** An order in a list, with how many there are in all. */
    public record SummaryRow(
            UUID id,
            String number,
            String state,
            Instant placedAt,
            String email,
            String name,
            String currency,
            long totalMinor,
            int pieces,
            int sellers,
            String title,
            @Nullable String imageKey) {
        OrderSummary summary() {
            return new OrderSummary(
                    new OrderId(id),
                    number,
                    OrderState.valueOf(state),
                    placedAt,
                    email,
                    name,
                    Money.ofMinor(totalMinor, currency),
                    pieces,
                    sellers,
                    title,
                    imageKey);
        }
    }

    /** A part in a list. */
    public record PartRow(
            UUID id,
            String number,
            int partNo,
            String state,
            Instant placedAt,
            String name,
            String country,
            int pieces,
            String currency,
            long totalMinor,
            String title) {
        PartSummary summary() {
            return new PartSummary(
                    new PartId(id),
                    number,
                    partNo,
                    OrderState.valueOf(state),
                    placedAt,
                    name,
                    country,
                    pieces,
                    Money.ofMinor(totalMinor, currency),
                    title);
        }
    }

    private static final String SUMMARY =
            """
            SELECT p.id, p.number, p.state, p.placed_at, p.email, p.address ->> 'name' AS name, p.currency, p.total_minor,
                   l.pieces, l.sellers, f.title, f.image_key
              FROM (SELECT * FROM purchase WHERE %1$s ORDER BY placed_at DESC, id DESC LIMIT :size OFFSET :offset) p
              JOIN LATERAL (SELECT sum(quantity) AS pieces, count(DISTINCT seller_id) AS sellers
                              FROM order_line WHERE purchase_id = p.id) l ON true
              JOIN order_line f ON f.purchase_id = p.id AND f.line_no = 1
             ORDER BY p.placed_at DESC, p.id DESC""";

    private static final String MATCHES =
            """
            (CAST(:state AS text) IS NULL OR %1$s.state = :state)
            AND (:pattern = '%%' OR p.number ILIKE :pattern OR p.address ->> 'name' ILIKE :pattern)""";

    /** Those of the account, and those of a guest with that address. */
    Found<OrderSummary> ofAccount(AccountId account, Optional<String> email, int page, int size) {
        var filter = OrderFilter.all(page, size);
        return summaries(
                "(account_id = :account OR account_id IS NULL AND email = :email)",
                filter,
                query -> query.bind("account", account.value()).bind("email", email.orElse(null)));
    }

    Found<OrderSummary> all(OrderFilter filter) {
        return summaries(
                String.format(MATCHES, "purchase").replace("p.", "purchase."), filter, query -> bind(query, filter));
    }

    private Found<OrderSummary> summaries(String condition, OrderFilter filter, Binding binding) {
        return database.call(sql -> {
            var items = binding.on(sql.createQuery(String.format(SUMMARY, condition)))
                    .bind("size", filter.size())
                    .bind("offset", filter.offset())
                    .mapTo(SummaryRow.class)
                    .map(SummaryRow::summary)
                    .list();
            int total = binding.on(sql.createQuery("SELECT count(*) FROM purchase WHERE " + condition))
                    .mapTo(int.class)
                    .one();
            return new Found<>(items, total);
        });
    }

    Found<PartSummary> ofSeller(SellerId seller, OrderFilter filter, PartOrder order, boolean ascending) {
        var from = " FROM seller_order o JOIN purchase p ON p.id = o.purchase_id WHERE o.seller_id = :seller AND "
                + String.format(MATCHES, "o");
        return database.call(sql -> {
            List<PartSummary> items = bind(
                            sql.createQuery(
                                    """
                                    SELECT o.id, p.number, o.part_no, o.state, o.placed_at, p.address ->> 'name' AS name,
                                           p.address ->> 'country' AS country, l.pieces, p.currency, o.total_minor, l.title
                                      FROM (SELECT o.*, o.purchase_id AS purchase"""
                                            + from
                                            + """
                                       ORDER BY <order> LIMIT :size OFFSET :offset) o
                                      JOIN purchase p ON p.id = o.purchase
                                      JOIN LATERAL (SELECT sum(quantity) AS pieces,
                                                           (array_agg(title ORDER BY line_no))[1] AS title
                                                      FROM order_line WHERE seller_order_id = o.id) l ON true
                                     ORDER BY <order>"""),
                            filter)
                    .bind("seller", seller.value())
                    .define("order", order.sql(ascending))
                    .bind("size", filter.size())
                    .bind("offset", filter.offset())
                    .mapTo(PartRow.class)
                    .map(PartRow::summary)
                    .list();
            int total = bind(sql.createQuery("SELECT count(*)" + from), filter)
                    .bind("seller", seller.value())
                    .mapTo(int.class)
                    .one();
            return new Found<>(items, total);
        });
    }

    private static Query bind(Query query, OrderFilter filter) {
        var state = filter.state();
        return query.bind("state", state == null ? null : state.name()).bind("pattern", filter.pattern());
    }

    private interface Binding {
        Query on(Query query);
    }
}
