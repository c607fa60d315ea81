package dev.galleria.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several warehouses and promises of goods to come, against a real PostgreSQL, one connection for each buyer. */
class SeveralWarehousesTest {
    private static final int HOLD = 600;
    private static final int BUYERS = 16;
    private static final List<String> HOUSES = List.of("near", "far", "spare");

    private static TestDatabase database;
    private static Jdbi jdbi;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        jdbi.useHandle(sql -> sql.execute(
                "INSERT INTO warehouse (id, code, name, country, priority) VALUES (?, 'near', 'Near', 'DE', 2), (?, 'far', 'Far', 'US', 1), (?, 'spare', 'Spare', 'AT', 2)",
                Ids.next(),
                Ids.next(),
                Ids.next()));
    }

    @AfterAll
    static void close() {
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
        assertThat(violations("SELECT row_id FROM inv_backorder WHERE taken > cap OR taken <> held + awaited"))
                .as("promises")
                .isEmpty();
    }

    @Test
    void oversellsNothingWhileManyBuyInRandomOrderAndGoodsComeIn() throws Exception {
        var offers = IntStream.range(0, 8)
                .mapToObj(i -> stocked(Map.of("near", 4, "far", 3, "spare", 2), i % 2 == 0 ? 5 : 0))
                .toList();
        var received = new int[] {0};
        var sold = atOnce(500, buyer -> {
            var random = new Random(815L + buyer);
            if (buyer % 25 == 0) {
                var offer = offers.get(random.nextInt(offers.size()));
                receive(offer, HOUSES.get(random.nextInt(3)), 2, "later-" + buyer);
                synchronized (received) {
                    received[0] += 2;
                }
                return 0;
            }
            return buy(offers, random);
        });
        int units = sold.stream().mapToInt(Integer::intValue).sum();
        int served = jdbi.withHandle(sql -> sql.createQuery(
                        """
                        SELECT coalesce(-sum(m.qty), 0) FROM inv_movement m WHERE m.kind = 'SALE' AND m.item_id = ANY(:offers)""")
                .bindArray(
                        "offers",
                        UUID.class,
                        offers.stream().map(OfferId::value).toList())
                .mapTo(int.class)
                .one());
        assertThat(served).as("every unit of every order is served or awaited").isEqualTo(units);
        assertThat(units).isLessThanOrEqualTo(8 * 9 + received[0] + 4 * 5);
        for (var offer : offers) {
            assertThat(free(offer) > 0 && awaited(offer) > 0)
                    .as("nobody waits while something lies free")
                    .isFalse();
        }
    }

    private static int buy(List<OfferId> offers, Random random) {
        var shuffled = new ArrayList<>(offers);
        Collections.shuffle(shuffled, random);
        var lines = new ArrayList<Wanted>();
        for (int line = 1; line <= 1 + random.nextInt(4); line++) {
            lines.add(new Wanted(line, shuffled.get(line), 1 + random.nextInt(3)));
        }
        var ref = ref();
        var country = List.of("DE", "US", "FR").get(random.nextInt(3));
        var answer =
                jdbi.inTransaction(sql -> new HoldLedger(sql).reserve(ref, lines, country, Set.copyOf(offers), HOLD));
        if (!(answer instanceof Reservation.Held)) {
            return 0;
        }
        int units = lines.stream().mapToInt(Wanted::quantity).sum();
        var order = Ids.next();
        switch (random.nextInt(5)) {
            case 0 -> jdbi.useTransaction(sql -> new HoldLedger(sql).release(ref));
            case 1 -> {
                expire(ref);
                jdbi.inTransaction(sql -> new HoldLedger(sql).expireDue(5));
            }
            case 2 -> {
                expire(ref);
                return complete(ref, order) instanceof Completion.Completed ? units : 0;
            }
            default -> {
                assertThat(complete(ref, order)).isInstanceOf(Completion.Completed.class);
                return units;
            }
        }
        return 0;
    }

    @Test
    void givesGoodsToTheOldestOrderFirst() {
        var offer = stocked(Map.of("near", 1), 10);
        var first = sell(offer, 3);
        var second = sell(offer, 2);
        assertThat(awaited(offer)).isEqualTo(4);
        receive(offer, "far", 3, "first");
        assertThat(waiting(first)).isZero();
        assertThat(waiting(second)).isEqualTo(1);
        receive(offer, "far", 3, "first");
        assertThat(waiting(second)).as("the same delivery twice").isEqualTo(1);
        receive(offer, "near", 5, "second");
        assertThat(waiting(second)).isZero();
        assertThat(free(offer)).isEqualTo(4);
        assertThat(served(first)).isEqualTo(3);
        assertThat(served(second)).isEqualTo(2);
    }

    @Test
    void promisesNoMoreThanTheCap() throws Exception {
        var offer = stocked(Map.of("near", 1), 3);
        var answers = atOnce(
                64,
                buyer -> jdbi.inTransaction(
                                sql -> new HoldLedger(sql).reserve(ref(), List.of(new Wanted(1, offer, 1)), HOLD))
                        instanceof Reservation.Held);
        assertThat(answers).filteredOn(held -> held).hasSize(4);
    }

    @Test
    void takesBackWhatWasAwaitedBeforeWhatWasServedOnce() {
        var offer = stocked(Map.of("near", 2), 5);
        var order = sell(offer, 4);
        receive(offer, "near", 1, "some");
        assertThat(waiting(order)).isEqualTo(1);
        var lines = List.of(new LineQuantity(1, 4));
        jdbi.useTransaction(sql -> new StockLedger(sql).restock(order, lines, "shopper", "canceled"));
        jdbi.useTransaction(sql -> new StockLedger(sql).restock(order, lines, "shopper", "canceled"));
        assertThat(free(offer)).isEqualTo(3);
        assertThat(waiting(order)).isZero();
    }

    @Test
    void aUnitThatComesBackCallsOffNothingThatIsAwaited() {
        var offer = stocked(Map.of("near", 1), 5);
        var order = sell(offer, 3);
        var unit = List.of(new LineQuantity(1, 1));
        for (int i = 0; i < 2; i++) {
            jdbi.useTransaction(sql -> new TakenBack(sql).receive(order, "return-a", unit, "seller", "returned"));
        }
        assertThat(waiting(order)).as("served by what came back").isEqualTo(1);
        assertThat(number("SELECT sum(canceled) FROM backorder WHERE order_id = ?", order))
                .as("called off")
                .isZero();
        assertThat(served(order) - back(order))
                .as("ordered, less what came back")
                .isEqualTo(2);
        assertThat(free(offer)).isZero();
        jdbi.useTransaction(sql -> new TakenBack(sql).take(order, "cancel-a", unit, "shopper", "canceled"));
        assertThat(waiting(order)).as("what is canceled need not come").isZero();
    }

    private static int back(UUID order) {
        return number(
                "SELECT coalesce(sum(qty), 0) FROM inv_movement WHERE kind = 'RETURN' AND starts_with(ref_id, ?)",
                order + ":1");
    }

    @Test
    void givesAReturnedUnitToWhoWaits() {
        var offer = stocked(Map.of("near", 1), 5);
        var served = sell(offer, 1);
        var waits = sell(offer, 1);
        jdbi.useTransaction(
                sql -> new StockLedger(sql).restock(served, List.of(new LineQuantity(1, 1)), "shopper", "canceled"));
        assertThat(waiting(waits)).isZero();
        assertThat(free(offer)).isZero();
    }

    @Test
    void letsAHoldOnGoodsToComeExpire() {
        var offer = stocked(Map.of(), 2);
        var ref = ref();
        assertThat(jdbi.<Reservation, RuntimeException>inTransaction(
                        sql -> new HoldLedger(sql).reserve(ref, List.of(new Wanted(1, offer, 2)), HOLD)))
                .isInstanceOf(Reservation.Held.class);
        assertThat(supply(offer).orderable()).isZero();
        expire(ref);
        assertThat(supply(offer).orderable()).as("counts as free at once").isEqualTo(2);
        jdbi.inTransaction(sql -> new HoldLedger(sql).expireDue(5));
        assertThat(supply(offer).orderable()).isEqualTo(2);
        assertThat(complete(ref, Ids.next())).isInstanceOf(Completion.Completed.class);
        assertThat(awaited(offer)).isEqualTo(2);
    }

    @Test
    void sendsOnlyWhatIsFreeAndOnce() {
        var offer = stocked(Map.of("near", 4), 0);
        jdbi.inTransaction(sql -> new HoldLedger(sql).reserve(ref(), List.of(new Wanted(1, offer, 2)), HOLD));
        assertThatThrownBy(() -> send(offer, 3, "t1")).isInstanceOf(Problem.class);
        send(offer, 2, "t1");
        send(offer, 2, "t1");
        assertThat(free(offer)).isZero();
        jdbi.useTransaction(sql ->
                new StockLedger(sql).receive("TRANSFER_IN", List.of(new Receipt(offer, "spare", 2)), "t1:a", "test"));
        assertThat(free(offer)).isEqualTo(2);
    }

    private static void send(OfferId offer, int units, String ref) {
        jdbi.useTransaction(sql -> new StockLedger(sql).send(List.of(new Receipt(offer, "near", units)), ref, "test"));
    }

    private static OfferId stocked(Map<String, Integer> units, int cap) {
        var offer = new OfferId(Ids.next());
        units.forEach((house, quantity) -> receive(offer, house, quantity, "delivery"));
        jdbi.useTransaction(sql -> {
            new StockLedger(sql)
                    .count(List.of(new Count(offer, "far", units.getOrDefault("far", 0))), "place", "t", "t");
            sql.execute(
                    "UPDATE stock_item SET backorder_cap = ? WHERE offer_id = ? AND warehouse_id = (SELECT id FROM warehouse WHERE code = 'far')",
                    cap,
                    offer.value());
            sql.execute("INSERT INTO supply_terms VALUES (?, 'BACKORDER', '2030-01-01')", offer.value());
        });
        return offer;
    }

    private static void receive(OfferId offer, String house, int units, String ref) {
        jdbi.useTransaction(
                sql -> new StockLedger(sql).receive("RECEIPT", List.of(new Receipt(offer, house, units)), ref, "test"));
    }

    private static UUID sell(OfferId offer, int units) {
        var ref = ref();
        var order = Ids.next();
        jdbi.inTransaction(sql -> new HoldLedger(sql).reserve(ref, List.of(new Wanted(1, offer, units)), HOLD));
        assertThat(complete(ref, order)).isInstanceOf(Completion.Completed.class);
        assertThat(complete(ref, order)).isInstanceOf(Completion.Completed.class);
        return order;
    }

    private static Supply supply(OfferId offer) {
        return jdbi.withHandle(sql -> new SupplyReader(sql).of(List.of(offer))).get(offer);
    }

    private static ReservationRef ref() {
        return new ReservationRef(Ids.next());
    }

    private static Completion complete(ReservationRef ref, UUID order) {
        return jdbi.inTransaction(sql -> new HoldLedger(sql).complete(ref, order));
    }

    private static void expire(ReservationRef ref) {
        jdbi.useHandle(sql -> sql.execute(
                "UPDATE reservation SET expires_at = clock_timestamp() - interval '1 second' WHERE ref = ? AND state = 'ACTIVE'",
                ref.value()));
    }

    private static int number(String query, Object id) {
        return jdbi.withHandle(
                sql -> sql.createQuery(query).bind(0, id).mapTo(int.class).one());
    }

    private static int free(OfferId offer) {
        return number("SELECT coalesce(sum(on_hand - reserved), 0) FROM stock_item WHERE offer_id = ?", offer.value());
    }

    private static int awaited(OfferId offer) {
        return number("SELECT coalesce(sum(open), 0) FROM backorder WHERE offer_id = ?", offer.value());
    }

    private static int waiting(UUID order) {
        return number("SELECT coalesce(sum(open), 0) FROM backorder WHERE order_id = ?", order);
    }

    private static int served(UUID order) {
        return number(
                "SELECT coalesce(-sum(qty), 0) FROM inv_movement WHERE kind = 'SALE' AND ref_type = 'LINE' AND ref_id = ?",
                order + ":1");
    }

    private static List<UUID> violations(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(UUID.class).list());
    }

    private static <T> List<T> atOnce(int times, IntFunction<T> work) throws Exception {
        var buyers = Executors.newFixedThreadPool(BUYERS);
        try {
            var tasks = IntStream.range(0, times)
                    .mapToObj(i -> (Callable<T>) () -> work.apply(i))
                    .collect(Collectors.toList());
            var answers = new ArrayList<T>();
            for (var answer : buyers.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            buyers.shutdownNow();
        }
    }
}
