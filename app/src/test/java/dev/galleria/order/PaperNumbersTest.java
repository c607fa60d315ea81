package dev.galleria.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.SeriesFixture;
import dev.galleria.platform.TestDatabase;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PaperNumbersTest {
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");
    private static final Money NOTHING = Money.ofMinor(0, "EUR");
    private static final Paper.Content CONTENT = new Paper.Content(
            "#1", AT, "en", "Shop", List.of("Seller"), List.of("Buyer"), true, "INV-1001", List.of(), NOTHING, NOTHING);

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Eight threads issue papers at once; every third transaction dies after its number was taken, some with their connection. */
    @Test
    void numbersHaveNoGapsUnderLoadAndCrashes() throws Exception {
        try (var database = TestDatabase.migrated()) {
            var jdbi = database.jdbi();
            var order = OrderFixture.place(jdbi, List.of(new OrderFixture.Line(1, 100, 16)), 10, 1);
            var work = new ArrayList<Callable<Void>>();
            for (int thread = 0; thread < 8; thread++) {
                var random = new Random(thread);
                work.add(() -> {
                    for (int at = 0; at < 60; at++) {
                        issue(database, jdbi, order, random.nextInt(3));
                    }
                    return null;
                });
            }
            var threads = Executors.newFixedThreadPool(8);
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            threads.shutdown();

            var numbers = jdbi.withHandle(sql -> sql.createQuery("SELECT number FROM order_document ORDER BY number")
                    .mapTo(Long.class)
                    .list());
            assertThat(numbers).hasSizeGreaterThan(100);
            assertThat(numbers)
                    .isEqualTo(LongStream.range(1001, 1001 + numbers.size())
                            .boxed()
                            .toList());
        }
    }

    private static void issue(TestDatabase tests, Jdbi jdbi, OrderId order, int fate) {
        try {
            jdbi.useTransaction(sql -> {
                // Credit notes of refunds of their own, so that none is the other's.
                var refund = Ids.next();
                sql.execute(
                        """
                        INSERT INTO order_refund (id, purchase_id, token, request, kind, reason, actor, amount_minor, tax_minor, settlement, state, at)
                        VALUES (?, ?, ?, '', 'AMOUNT', '', '', 1, 0, 'BY_HAND', 'SUCCEEDED', now())""",
                        refund,
                        order.value(),
                        refund.toString());
                var database = tests.database(jdbi);
                new PaperBook(database)
                        .write(order, part(sql, order), Paper.Kind.CREDIT_NOTE, refund, AT, CONTENT, () -> {
                            long number = SeriesFixture.over(database).next(Paper.Kind.CREDIT_NOTE.series());
                            if (fate == 1 && number % 7 == 0) {
                                sql.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                            }
                            return number;
                        });
                if (fate == 0) {
                    throw new Crash();
                }
            });
        } catch (RuntimeException e) {
            // The number goes back with the transaction.
        }
    }

    private static OrderDetails.Part part(Handle sql, OrderId order) {
        var row = sql.createQuery("SELECT id, seller_id FROM seller_order WHERE purchase_id = :order")
                .bind("order", order.value())
                .mapToMap()
                .one();
        return new OrderDetails.Part(
                new PartId((UUID) row.get("id")),
                1,
                new SellerId((UUID) row.get("seller_id")),
                "",
                OrderState.SHIPPED,
                "",
                NOTHING,
                NOTHING,
                NOTHING,
                null,
                NOTHING,
                NOTHING,
                null,
                List.of(),
                List.of());
    }
}
