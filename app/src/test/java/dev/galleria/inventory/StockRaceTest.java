package dev.galleria.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The statements of stock against a real PostgreSQL, one connection for each buyer. */
class StockRaceTest {
    private static final int HOLD = 600;
    private static final int BUYERS = 64;
    private static final int ROUNDS = Integer.getInteger("rounds", 50);

    private static TestDatabase database;
    private static Jdbi jdbi;
    private static ExecutorService buyers;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        buyers = Executors.newFixedThreadPool(BUYERS);
        jdbi.useHandle(sql -> sql.execute(
                "INSERT INTO warehouse VALUES (?, 'main', 'Main', 'DE', 1), (?, 'spare', 'Spare', 'DE', 2)",
                Ids.next(),
                Ids.next()));
    }

    @AfterAll
    static void close() {
        buyers.shutdownNow();
        database.close();
    }

    @AfterEach
    void ledgersAgree() {
        assertThat(
                        violations(
                                """
                SELECT i.item_id FROM inv_item i LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_movement GROUP BY 1) m USING (item_id)
                 WHERE i.on_hand <> coalesce(m.q,0) OR i.on_hand < 0"""))
                .as("I1")
                .isEmpty();
        assertThat(
                        violations(
                                """
                SELECT i.item_id FROM inv_item i LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_reservation
                   WHERE state='ACTIVE' GROUP BY 1) r USING (item_id) WHERE i.reserved <> coalesce(r.q,0) OR i.reserved > i.on_hand"""))
                .as("I2")
                .isEmpty();
        assertThat(
                        violations(
                                "SELECT id FROM inv_reservation WHERE (state='COMPLETED' AND order_id IS NULL) OR (state<>'ACTIVE' AND closed_at IS NULL)"))
                .as("I5")
                .isEmpty();
    }

    @Test
    void sellsTheLastUnitOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var offer = stocked(1);
            var answers = atOnce(BUYERS, buyer -> reserve(ref(), new Wanted(1, offer, 1)));
            assertThat(answers).filteredOn(Reservation.Held.class::isInstance).hasSize(1);
            assertThat(answers)
                    .filteredOn(Reservation.OutOfStock.class::isInstance)
                    .hasSize(BUYERS - 1);
        }
    }

    @Test
    void sharesTheLastUnitsOutBetweenHoldsAndSalesAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS / 5; round++) {
            var offer = stocked(10);
            var late = ref();
            reserve(late, new Wanted(1, offer, 4));
            expire(late);
            var answers = atOnce(
                    BUYERS,
                    buyer -> buyer % 2 == 0
                            ? sell(ref(), new Wanted(1, offer, 1))
                            : reserve(ref(), new Wanted(1, offer, 1)));
            assertThat(answers).filteredOn(Reservation.Held.class::isInstance).hasSize(10);
            assertThat(free(offer)).isZero();
        }
    }

    @Test
    void aSaleAtOnceIsLikeAHoldThatWasCompleted() {
        var offer = stocked(3);
        var late = ref();
        reserve(late, new Wanted(1, offer, 3));
        expire(late);
        assertThat(sell(ref(), new Wanted(1, offer, 2), new Wanted(2, offer, 2)))
                .isEqualTo(new Reservation.OutOfStock(List.of(new Shortage(offer, 4, 3))));
        assertThat(free(offer)).isEqualTo(3);
        assertThat(flipped(ledger -> ledger.sell(ref(), List.of(new Wanted(1, offer, 2)), null, Set.of(), Ids.next())))
                .isEmpty();
        var order = Ids.next();
        var ref = ref();
        assertThat(flipped(ledger -> ledger.sell(ref, List.of(new Wanted(1, offer, 1)), null, Set.of(), order)))
                .containsExactly(offer.value());
        assertThat(complete(ref, order)).isEqualTo(new Completion.Completed(ref));
        jdbi.useTransaction(
                sql -> new StockLedger(sql).restock(order, List.of(new LineQuantity(1, 1)), "test", "canceled"));
        assertThat(free(offer)).isEqualTo(1);
    }

    @Test
    void holdsOnceWhenTheSameRequestComesManyTimes() throws Exception {
        var offer = stocked(100);
        var ref = ref();
        var answers = atOnce(BUYERS, buyer -> reserve(ref, new Wanted(1, offer, 2)));
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(free(offer)).isEqualTo(98);
        assertThatThrownBy(() -> reserve(ref, new Wanted(1, offer, 3)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("inventory/ref-reused"));
    }

    @Test
    void givesBackAllOfThreeExpiredHolds() {
        var offer = stocked(5);
        var refs = List.of(ref(), ref(), ref());
        refs.forEach(ref -> reserve(ref, new Wanted(1, offer, 1)));
        refs.forEach(StockRaceTest::expire);
        assertThat(jdbi.<Integer, RuntimeException>inTransaction(sql -> new HoldLedger(sql).expireDue(10)))
                .isEqualTo(3);
        assertThat(free(offer)).isEqualTo(5);
    }

    @Test
    void sellsWhatHasExpiredThoughNoJobHasClosedIt() {
        var offer = stocked(3);
        var first = ref();
        reserve(first, new Wanted(1, offer, 3));
        assertThat(reserve(ref(), new Wanted(1, offer, 1))).isInstanceOf(Reservation.OutOfStock.class);
        expire(first);
        var second = ref();
        assertThat(reserve(second, new Wanted(1, offer, 3))).isInstanceOf(Reservation.Held.class);
        assertThat(complete(first, Ids.next())).isEqualTo(new Completion.Gone(List.of(new Shortage(offer, 3, 0))));
        assertThat(complete(second, Ids.next())).isEqualTo(new Completion.Completed(second));
    }

    @Test
    void takesAnExpiredHoldAnewWhileNobodyElseHas() {
        var offer = stocked(3);
        var ref = ref();
        reserve(ref, new Wanted(1, offer, 2));
        expire(ref);
        jdbi.inTransaction(sql -> new HoldLedger(sql).expireDue(10));
        var order = Ids.next();
        assertThat(complete(ref, order)).isInstanceOf(Completion.Completed.class);
        assertThat(complete(ref, order)).isInstanceOf(Completion.Completed.class);
        assertThat(free(offer)).isEqualTo(1);
    }

    @Test
    void sellsAReleasedHoldOnceIfItIsPaidAfterAll() {
        var offer = stocked(3);
        var ref = ref();
        reserve(ref, new Wanted(1, offer, 2));
        jdbi.useTransaction(sql -> new HoldLedger(sql).release(ref));
        jdbi.useTransaction(sql -> new HoldLedger(sql).release(ref));
        assertThat(free(offer)).isEqualTo(3);
        var order = Ids.next();
        complete(ref, order);
        complete(ref, order);
        assertThat(free(offer)).isEqualTo(1);
        assertThatThrownBy(() -> complete(ref, Ids.next())).isInstanceOf(Problem.class);
        jdbi.useTransaction(sql -> new HoldLedger(sql).release(ref));
        assertThat(free(offer)).isEqualTo(1);
    }

    @Test
    void restocksEachLineOnce() {
        var offer = stocked(4);
        var ref = ref();
        reserve(ref, new Wanted(1, offer, 1), new Wanted(2, offer, 3));
        var order = Ids.next();
        complete(ref, order);
        var lines = List.of(new LineQuantity(1, 1), new LineQuantity(2, 3));
        jdbi.useTransaction(sql -> new StockLedger(sql).restock(order, lines, "shopper", "canceled"));
        jdbi.useTransaction(sql -> new StockLedger(sql).restock(order, lines, "shopper", "canceled"));
        assertThat(free(offer)).isEqualTo(4);
    }

    @Test
    void neverCountsBelowWhatIsPromised() {
        var offer = stocked(4);
        reserve(ref(), new Wanted(1, offer, 3));
        assertThatThrownBy(() -> adjust(offer, -2, "a")).isInstanceOf(Problem.class);
        assertThat(adjust(offer, -1, "b")).isEqualTo(2);
        assertThat(adjust(offer, -1, "b")).isEqualTo(2);
        assertThat(free(offer)).isZero();
    }

    @Test
    void saysWhenAnOfferRunsOutAndComesBack() {
        var offer = stocked(2);
        var ref = ref();
        assertThat(flipped(ledger -> ledger.reserve(ref, List.of(new Wanted(1, offer, 1)), HOLD)))
                .isEmpty();
        var last = ref();
        assertThat(flipped(ledger -> ledger.reserve(last, List.of(new Wanted(1, offer, 1)), HOLD)))
                .containsExactly(offer.value());
        assertThat(flipped(ledger -> {
                    ledger.release(last);
                    return null;
                }))
                .containsExactly(offer.value());
    }

    @Test
    void survivesRandomOrdersOfManyLinesWithoutADeadlock() throws Exception {
        var offers = IntStream.range(0, 20).mapToObj(i -> stocked(10)).toList();
        var answers = atOnce(400, buyer -> {
            var random = new Random(4711 + buyer);
            var shuffled = new ArrayList<>(offers);
            Collections.shuffle(shuffled, random);
            var lines = new ArrayList<Wanted>();
            for (int line = 1; line <= 1 + random.nextInt(5); line++) {
                lines.add(new Wanted(line, shuffled.get(line), 1 + random.nextInt(3)));
            }
            var ref = ref();
            if (random.nextInt(4) == 0) {
                return sell(ref, lines.toArray(Wanted[]::new));
            }
            var answer = reserve(ref, lines.toArray(Wanted[]::new));
            if (answer instanceof Reservation.Held) {
                switch (random.nextInt(4)) {
                    case 0 -> jdbi.useTransaction(sql -> new HoldLedger(sql).release(ref));
                    case 1 -> {
                        expire(ref);
                        jdbi.inTransaction(sql -> new HoldLedger(sql).expireDue(5));
                    }
                    default -> complete(ref, Ids.next());
                }
            }
            return answer;
        });
        assertThat(answers).hasSize(400);
    }

    private static OfferId stocked(int quantity) {
        var offer = new OfferId(Ids.next());
        var receipts = quantity == 1
                ? List.of(new Receipt(offer, "main", 1))
                : List.of(new Receipt(offer, "main", 1), new Receipt(offer, "spare", quantity - 1));
        jdbi.useTransaction(sql -> {
            new StockLedger(sql).receive("RECEIPT", receipts, "delivery", "test");
            new StockLedger(sql).receive("RECEIPT", receipts, "delivery", "test");
        });
        return offer;
    }

    private static ReservationRef ref() {
        return new ReservationRef(Ids.next());
    }

    private static Reservation reserve(ReservationRef ref, Wanted... lines) {
        return jdbi.inTransaction(sql -> new HoldLedger(sql).reserve(ref, List.of(lines), HOLD));
    }

    private static Reservation sell(ReservationRef ref, Wanted... lines) {
        return jdbi.inTransaction(sql -> new HoldLedger(sql).sell(ref, List.of(lines), null, Set.of(), Ids.next()));
    }

    private static Completion complete(ReservationRef ref, UUID order) {
        return jdbi.inTransaction(sql -> new HoldLedger(sql).complete(ref, order));
    }

    private static int adjust(OfferId offer, int delta, String ref) {
        return jdbi.inTransaction(
                sql -> new StockLedger(sql).adjust(offer.value(), "spare", delta, ref, "test", "counted"));
    }

    private static List<UUID> flipped(Function<HoldLedger, Object> work) {
        return jdbi.inTransaction(sql -> {
            var ledger = new HoldLedger(sql);
            work.apply(ledger);
            return ledger.flipped();
        });
    }

    private static void expire(ReservationRef ref) {
        jdbi.useHandle(sql -> sql.execute(
                "UPDATE reservation SET expires_at = clock_timestamp() - interval '1 second' WHERE ref = ? AND state = 'ACTIVE'",
                ref.value()));
    }

    private static int free(OfferId offer) {
        return jdbi.withHandle(
                sql -> sql.createQuery("SELECT sum(on_hand - reserved) FROM stock_item WHERE offer_id = :offer")
                        .bind("offer", offer.value())
                        .mapTo(int.class)
                        .one());
    }

    private static List<UUID> violations(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(UUID.class).list());
    }

    /** All begin at the same moment (as far as there are threads). */
    private static <T> List<T> atOnce(int times, Function<Integer, T> work) throws Exception {
        var start = new CyclicBarrier(Math.min(times, BUYERS));
        var tasks = IntStream.range(0, times)
                .mapToObj(i -> (Callable<T>) () -> {
                    if (i < BUYERS) {
                        start.await();
                    }
                    return work.apply(i);
                })
                .toList();
        var answers = new ArrayList<T>();
        for (var answer : buyers.invokeAll(tasks)) {
            answers.add(answer.get());
        }
        return answers;
    }
}
