package dev.galleria.order;

import dev.galleria.order.Refundable.Share;
import dev.galleria.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What has been promised back of an order. The order's row is locked first, so that two who refund at once take turns and the
 * second one sees what the first one left. One instance serves one transaction.
 */
final class RefundLedger {
    private final Handle sql;

    RefundLedger(Handle sql) {
        this.sql = sql;
    }

    /** What is asked for; the token makes what is sent twice one refund, the request tells whether it is the same. */
    record Ask(OrderId order, String token, String request, Refund.Kind kind, String reason, String actor) {}

    /** How the money goes back. */
    enum Settlement {
        GATEWAY,
        /** It was never taken: the courier collects that much less. */
        UNCHARGED,
        /** The order was paid elsewhere; a person pays it back there. */
        BY_HAND
    }

    /** A row of {@code order_refund}. */
    public record Row(
            UUID id,
            UUID purchaseId,
            String request,
            String kind,
            String reason,
            String actor,
            long amountMinor,
            long taxMinor,
            String settlement,
            String state,
            int attempt,
            Instant at) {}

    /** A refund and whether it was made just now. */
    record Recorded(Row row, boolean made) {}

    /** The order's allocation, true until the transaction ends; an unknown order is a Problem (NOT_FOUND). */
    List<Refundable> lock(OrderId order) {
        sql.createQuery("SELECT id FROM purchase WHERE id = :id FOR UPDATE")
                .bind("id", order.value())
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(() -> Problem.notFound("order/unknown", order));
        return allocation(order);
    }

    /** As far as it has been given back, without a lock. */
    List<Refundable> allocation(OrderId order) {
        return sql.createQuery(
                        """
                        SELECT p.part_no, l.line_no, l.quantity, l.total_minor AS total, l.tax_minor AS tax, l.units_back,
                               l.back_minor AS back, l.tax_back_minor AS tax_back
                          FROM seller_order p JOIN order_line l ON l.seller_order_id = p.id WHERE p.purchase_id = :order
                        UNION ALL
                        SELECT p.part_no, 0, 0, p.total_minor - sum(l.total_minor)::bigint, p.tax_minor - sum(l.tax_minor)::bigint, 0,
                               p.shipping_back_minor, p.shipping_tax_back_minor
                          FROM seller_order p JOIN order_line l ON l.seller_order_id = p.id WHERE p.purchase_id = :order
                         GROUP BY p.id
                        ORDER BY 1, 2""")
                .bind("order", order.value())
                .mapTo(Refundable.class)
                .list();
    }

    /** Locks the order, cuts and records; the same token gives the first answer. Null if the cut comes to nothing. */
    @Nullable
    Recorded record(UUID id, Ask ask, Settlement settlement, Instant at, Function<List<Refundable>, List<Share>> cut) {
        var allocation = lock(ask.order());
        var before = byToken(ask.order(), ask.token());
        if (before.isPresent()) {
            if (!before.get().request().equals(ask.request())) {
                throw Problem.refused("order/token-reused", ask.order());
            }
            return new Recorded(before.get(), false);
        }
        var shares = cut.apply(allocation);
        long amount = RefundFormula.sum(shares);
        take(ask.order(), shares, amount);
        if (amount == 0) {
            return null;
        }
        long tax = shares.stream().mapToLong(Share::tax).sum();
        boolean settled = settlement != Settlement.GATEWAY;
        sql.createUpdate(
                        """
                        INSERT INTO order_refund (id, purchase_id, token, request, kind, reason, actor, amount_minor, tax_minor,
                                                  settlement, state, at, settled_at)
                        VALUES (:id, :order, :token, :request, :kind, :reason, :actor, :amount, :tax, :settlement,
                                :state, :at, CAST(:settledAt AS timestamptz))""")
                .bind("id", id)
                .bind("order", ask.order().value())
                .bind("token", ask.token())
                .bind("request", ask.request())
                .bind("kind", ask.kind().name())
                .bind("reason", ask.reason())
                .bind("actor", ask.actor())
                .bind("amount", amount)
                .bind("tax", tax)
                .bind("settlement", settlement.name())
                .bind("state", settled ? "SUCCEEDED" : "PENDING")
                .bind("at", at)
                .bindByType("settledAt", settled ? at : null, Instant.class)
                .execute();
        insertEntries(id, shares);
        return new Recorded(find(id).orElseThrow(), true);
    }

    /** The figure and the allocation move together; each only as far as it goes. */
    private void take(OrderId order, List<Share> shares, long amount) {
        int moved = sql.createUpdate(
                        """
                        UPDATE purchase SET refunded_minor = refunded_minor + :amount
                         WHERE id = :order AND refunded_minor + :amount <= total_minor""")
                .bind("amount", amount)
                .bind("order", order.value())
                .execute();
        if (moved != 1) {
            throw Problem.refused("order/refund-amount", amount);
        }
        for (var share : shares) {
            var update = share.lineNo() == 0
                    ? """
                      UPDATE seller_order SET shipping_back_minor = shipping_back_minor + :amount,
                             shipping_tax_back_minor = shipping_tax_back_minor + :tax
                       WHERE purchase_id = :order AND part_no = :part"""
                    : """
                      UPDATE order_line SET units_back = units_back + :units, back_minor = back_minor + :amount,
                             tax_back_minor = tax_back_minor + :tax
                       WHERE purchase_id = :order AND line_no = :line""";
            sql.createUpdate(update)
                    .bindMap(java.util.Map.of(
                            "units", share.quantity(),
                            "amount", share.amount(),
                            "tax", share.tax(),
                            "order", order.value(),
                            "part", share.partNo(),
                            "line", share.lineNo()))
                    .execute();
        }
    }

    private void insertEntries(UUID refund, List<Share> shares) {
        var batch = sql.prepareBatch(
                """
                INSERT INTO order_refund_entry (refund_id, part_no, line_no, quantity, amount_minor, tax_minor)
                VALUES (:refund, :part, :line, :quantity, :amount, :tax)""");
        for (var share : shares) {
            batch.bind("refund", refund)
                    .bind("part", share.partNo())
                    .bind("line", share.lineNo())
                    .bind("quantity", share.quantity())
                    .bind("amount", share.amount())
                    .bind("tax", share.tax())
                    .add();
        }
        batch.execute();
    }

    private static final String ROW =
            """
            SELECT id, purchase_id, request, kind, reason, actor, amount_minor, tax_minor, settlement, state, attempt, at
              FROM order_refund WHERE\s""";

    Optional<Row> byToken(OrderId order, String token) {
        return sql.createQuery(ROW + "purchase_id = :order AND token = :token")
                .bind("order", order.value())
                .bind("token", token)
                .mapTo(Row.class)
                .findOne();
    }

    Optional<Row> find(UUID id) {
        return sql.createQuery(ROW + "id = :id").bind("id", id).mapTo(Row.class).findOne();
    }

    List<Row> of(OrderId order) {
        return sql.createQuery(ROW + "purchase_id = :order ORDER BY at, id")
                .bind("order", order.value())
                .mapTo(Row.class)
                .list();
    }

    List<Share> entries(UUID refund) {
        return sql.createQuery(
                        """
                        SELECT part_no, line_no, quantity, amount_minor AS amount, tax_minor AS tax
                          FROM order_refund_entry WHERE refund_id = :refund ORDER BY part_no, line_no""")
                .bind("refund", refund)
                .mapTo(Share.class)
                .list();
    }

    /** What the gateway has said of the newest attempt; nothing if it had been said. */
    boolean settle(UUID id, boolean succeeded, Instant at) {
        return sql.createUpdate(
                                """
                        UPDATE order_refund SET state = :state, settled_at = :at
                         WHERE id = :id AND state = 'PENDING'""")
                        .bind("state", succeeded ? "SUCCEEDED" : "FAILED")
                        .bind("at", at)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Opens the next attempt of a refund that the gateway refused; empty if none has failed. */
    Optional<Row> again(UUID id) {
        int opened = sql.createUpdate(
                        """
                        UPDATE order_refund SET state = 'PENDING', attempt = attempt + 1, settled_at = NULL
                         WHERE id = :id AND state = 'FAILED'""")
                .bind("id", id)
                .execute();
        return opened == 1 ? find(id) : Optional.empty();
    }
}
