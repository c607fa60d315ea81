package dev.galleria.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefundRaceTest {
    private static final Instant AT = Instant.parse("2026-11-02T10:00:00Z");
    private static TestDatabase database;
    private static Jdbi jdbi;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void twoOperatorsCannotRefundTwice() throws Exception {
        for (int round = 0; round < 20; round++) {
            var order = order();
            var refused = new AtomicInteger();
            together(IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(at -> () -> {
                        try {
                            refund(order, "operator-" + at, "600", 600);
                        } catch (Problem e) {
                            refused.incrementAndGet();
                        }
                        return null;
                    })
                    .toList());

            assertThat(refused).hasValue(7);
            assertThat(figure(order)).isEqualTo(600);
        }
    }

    @Test
    void aFormSentManyTimesAtOnceIsOneRefund() throws Exception {
        var order = order();
        together(IntStream.range(0, 8)
                .<Callable<Void>>mapToObj(at -> () -> {
                    refund(order, "one-form", "100", 100);
                    return null;
                })
                .toList());

        assertThat(figure(order)).isEqualTo(100);
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        sql -> new RefundLedger(sql).of(order).size()))
                .isEqualTo(1);
    }

    @Test
    void theSameTokenWithAnotherWishIsRefused() {
        var order = order();
        refund(order, "form", "100", 100);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> refund(order, "form", "200", 200))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.code()).isEqualTo("order/token-reused"));
        assertThat(figure(order)).isEqualTo(100);
    }

    @Test
    void whatIsLeftAfterManySmallOnesIsExactlyTheRest() throws Exception {
        var order = order();
        together(IntStream.range(0, 7)
                .<Callable<Void>>mapToObj(at -> () -> {
                    refund(order, "small-" + at, "7", 7);
                    return null;
                })
                .toList());
        jdbi.useTransaction(sql -> new RefundLedger(sql)
                .record(
                        Ids.next(),
                        ask(order, "rest", "whole"),
                        RefundLedger.Settlement.BY_HAND,
                        AT,
                        RefundFormula::rest));

        assertThat(figure(order)).isEqualTo(1000);
        assertThat(jdbi.<Long, RuntimeException>withHandle(sql -> sql.createQuery(
                                "SELECT sum(e.amount_minor) FROM order_refund_entry e JOIN order_refund r ON r.id = e.refund_id WHERE r.purchase_id = :o")
                        .bind("o", order.value())
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(1000);
    }

    private static void refund(OrderId order, String token, String request, long amount) {
        jdbi.useTransaction(sql -> new RefundLedger(sql)
                .record(
                        Ids.next(),
                        ask(order, token, request),
                        RefundLedger.Settlement.BY_HAND,
                        AT,
                        from -> RefundFormula.amount(from, amount)));
    }

    private static RefundLedger.Ask ask(OrderId order, String token, String request) {
        return new RefundLedger.Ask(order, token, request, Refund.Kind.AMOUNT, "test", "staff:test");
    }

    private static long figure(OrderId order) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT refunded_minor FROM purchase WHERE id = :id")
                .bind("id", order.value())
                .mapTo(Long.class)
                .one());
    }

    /** 1000: three of a kind for 700, one for 200, shipping 100. */
    private static OrderId order() {
        return OrderFixture.place(
                jdbi, List.of(new OrderFixture.Line(3, 700, 112), new OrderFixture.Line(1, 200, 32)), 100, 16);
    }

    private static void together(List<Callable<Void>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
