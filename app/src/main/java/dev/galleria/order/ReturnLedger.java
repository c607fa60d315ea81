package dev.galleria.order;

import dev.galleria.inventory.LineQuantity;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Returns as they are kept. Changes are made under the lock of their order. */
final class ReturnLedger {
    private final Handle sql;

    ReturnLedger(Handle sql) {
        this.sql = sql;
    }

    /** A row of {@code order_return}. */
    public record Row(
            UUID id,
            long number,
            UUID purchaseId,
            String orderNumber,
            UUID sellerOrderId,
            UUID sellerId,
            String request,
            String state,
            String wish,
            String reason,
            String comment,
            String answer,
            Instant askedAt,
            Instant changedAt) {}

    /** A row of {@code order_return_line} with what it is about. */
    public record LineRow(
            int lineNo,
            UUID offerId,
            String title,
            String choices,
            int quantity,
            int received,
            @Nullable String condition,
            boolean restocked) {}

    private static final String ROW =
            """
            SELECT r.id, r.number, r.purchase_id, o.number AS order_number, r.seller_order_id, r.seller_id, r.request, r.state,
                   r.wish, r.reason, r.comment, r.answer, r.asked_at, r.changed_at
              FROM order_return r JOIN purchase o ON o.id = r.purchase_id WHERE\s""";

    /** Somebody else's return is as unknown as none; the seller is null for the marketplace's own people. */
    Optional<Row> find(ReturnId id, @Nullable SellerId seller) {
        return sql.createQuery(ROW + "r.id = :id AND (CAST(:seller AS uuid) IS NULL OR r.seller_id = :seller)")
                .bind("id", id.value())
                .bindByType("seller", seller == null ? null : seller.value(), UUID.class)
                .mapTo(Row.class)
                .findOne();
    }

    Optional<Row> byToken(OrderId order, String token) {
        return sql.createQuery(ROW + "r.purchase_id = :order AND r.token = :token")
                .bind("order", order.value())
                .bind("token", token)
                .mapTo(Row.class)
                .findOne();
    }

    List<Row> of(OrderId order) {
        return sql.createQuery(ROW + "r.purchase_id = :order ORDER BY r.asked_at, r.number")
                .bind("order", order.value())
                .mapTo(Row.class)
                .list();
    }

    List<Row> list(@Nullable SellerId seller, boolean open, int page, int size) {
        return sql.createQuery(ROW + CHOICE + " ORDER BY r.changed_at DESC, r.number DESC LIMIT :size OFFSET :from")
                .bindByType("seller", seller == null ? null : seller.value(), UUID.class)
                .bind("open", open)
                .bind("size", size)
                .bind("from", (long) page * size)
                .mapTo(Row.class)
                .list();
    }

    int count(@Nullable SellerId seller, boolean open) {
        return sql.createQuery("SELECT count(*) FROM order_return r WHERE " + CHOICE)
                .bindByType("seller", seller == null ? null : seller.value(), UUID.class)
                .bind("open", open)
                .mapTo(int.class)
                .one();
    }

    private static final String CHOICE = "(CAST(:seller AS uuid) IS NULL OR r.seller_id = :seller)"
            + " AND (NOT :open OR r.state IN ('REQUESTED', 'APPROVED', 'RECEIVED', 'REPLACING'))";

    List<LineRow> lines(UUID id) {
        return sql.createQuery(
                        """
                        SELECT b.line_no, l.offer_id, l.title, l.choices, b.quantity, b.received, b.condition, b.restocked
                          FROM order_return_line b JOIN order_return r ON r.id = b.return_id
                          JOIN order_line l ON l.purchase_id = r.purchase_id AND l.line_no = b.line_no
                         WHERE b.return_id = :id ORDER BY b.line_no""")
                .bind("id", id)
                .mapTo(LineRow.class)
                .list();
    }

    void write(UUID id, long number, OrderId order, SellerId seller, ReturnWish wish, String token, Instant at) {
        sql.createUpdate(
                        """
                        INSERT INTO order_return (id, number, purchase_id, seller_order_id, seller_id, token, request, state, wish, reason,
                                                  comment, asked_at, changed_at)
                        VALUES (:id, :number, :order, :part, :seller, :token, :request, 'REQUESTED', :wish, :reason, :comment, :at, :at)""")
                .bind("id", id)
                .bind("number", number)
                .bind("order", order.value())
                .bind("part", wish.part().value())
                .bind("seller", seller.value())
                .bind("token", token)
                .bind("request", wish.toString())
                .bind("wish", wish.wish().name())
                .bind("reason", wish.reason().name())
                .bind("comment", wish.comment())
                .bind("at", at)
                .execute();
        var batch = sql.prepareBatch(
                "INSERT INTO order_return_line (return_id, line_no, quantity) VALUES (:id, :line, :units)");
        for (LineQuantity line : wish.units()) {
            batch.bind("id", id)
                    .bind("line", line.lineNo())
                    .bind("units", line.quantity())
                    .add();
        }
        batch.execute();
    }

    /** On to the next state; one that may not come next is a Problem (CONFLICT). */
    void become(Row row, ReturnState next, String answer, Instant at) {
        if (!ReturnState.valueOf(row.state()).mayBecome(next)) {
            throw Problem.conflict("order/return-state", row.id() + " is " + row.state() + ", not to become " + next);
        }
        int moved = sql.createUpdate(
                        """
                        UPDATE order_return SET state = :next, changed_at = :at,
                               answer = CASE WHEN :answer = '' THEN answer ELSE :answer END
                         WHERE id = :id AND state = :before""")
                .bind("next", next.name())
                .bind("at", at)
                .bind("answer", answer)
                .bind("id", row.id())
                .bind("before", row.state())
                .execute();
        if (moved != 1) {
            throw Problem.conflict("order/return-state", row.id());
        }
    }

    void receive(UUID id, Received received) {
        int written = sql.createUpdate(
                        """
                        UPDATE order_return_line SET received = :units, condition = :condition, restocked = :restock
                         WHERE return_id = :id AND line_no = :line AND quantity >= :units""")
                .bind("units", received.quantity())
                .bind("condition", received.condition().name())
                .bind("restock", received.restock() && received.quantity() > 0)
                .bind("id", id)
                .bind("line", received.lineNo())
                .execute();
        if (written != 1) {
            throw Problem.refused("order/received-units", "line " + received.lineNo());
        }
    }

    /** Units under way back, by line. */
    int underWay(OrderId order, int lineNo) {
        return sql.createQuery(
                        """
                        SELECT coalesce(sum(b.quantity), 0)::int FROM order_return r JOIN order_return_line b ON b.return_id = r.id
                         WHERE r.purchase_id = :order AND b.line_no = :line AND r.state IN ('REQUESTED', 'APPROVED')""")
                .bind("order", order.value())
                .bind("line", lineNo)
                .mapTo(int.class)
                .one();
    }

    /** The window of a seller, else the marketplace's, else the first one. */
    int days(@Nullable SellerId seller, int otherwise) {
        return sql.createQuery(
                        """
                        SELECT days FROM return_window WHERE seller_id IS NULL OR seller_id = CAST(:seller AS uuid)
                         ORDER BY seller_id NULLS LAST LIMIT 1""")
                .bindByType("seller", seller == null ? null : seller.value(), UUID.class)
                .mapTo(Integer.class)
                .findOne()
                .orElse(otherwise);
    }

    void setDays(@Nullable SellerId seller, int days) {
        sql.createUpdate(
                        """
                        INSERT INTO return_window (seller_id, days) VALUES (:seller, :days)
                        ON CONFLICT (seller_id) DO UPDATE SET days = excluded.days""")
                .bindByType("seller", seller == null ? null : seller.value(), UUID.class)
                .bind("days", days)
                .execute();
    }
}
