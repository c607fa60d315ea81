package dev.galleria.payment.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.ledger.Books;
import dev.galleria.ledger.LedgerFixture;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import dev.galleria.platform.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spending at the same time, on a real PostgreSQL, a connection for each buyer. */
class CreditRaceTest {
    private static final int BUYERS = 20;
    private static final int ROUNDS = Integer.getInteger("rounds", 30);

    private static TestDatabase database;
    private static Jdbi jdbi;
    private static Books books;
    private static Credits credits;
    private static ExecutorService buyers;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        books = LedgerFixture.books(database.database(jdbi));
        credits = CreditFixture.credits(database.database(jdbi), books);
        buyers = Executors.newFixedThreadPool(BUYERS);
    }

    @AfterAll
    static void close() {
        buyers.shutdownNow();
        database.close();
    }

    @AfterEach
    void ledgersAgree() {
        assertThat(
                        rows(
                                "SELECT c.id::text FROM inv_credit c LEFT JOIN (SELECT credit_id, sum(amount) s FROM inv_credit_entry"
                                        + " GROUP BY 1) e ON e.credit_id = c.id WHERE c.balance <> coalesce(e.s, 0) OR c.balance < 0"))
                .isEmpty();
        assertThat(rows("SELECT txn_id::text FROM inv_ledger GROUP BY txn_id HAVING sum(debit) <> sum(credit)"))
                .isEmpty();
    }

    @Test
    void paysThreeOfTwentyParallelOrders() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var card = card(1_000);
            var held = atOnce(buyer -> hold(Ids.next(), card, 300));
            assertThat(held).filteredOn(one -> one).hasSize(3);
            assertThat(balance(card)).isEqualTo(100);
        }
    }

    /** Two cards each, asked for in either order: nobody waits for anybody in a circle, and all or none is taken. */
    @Test
    void takesSeveralCardsOrNone() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var one = card(1_000);
            var two = card(500);
            var held = atOnce(buyer -> {
                var shares = List.of(share(buyer % 2 == 0 ? one : two, 100), share(buyer % 2 == 0 ? two : one, 100));
                return jdbi.<Boolean, RuntimeException>inTransaction(
                        sql -> credits.hold(Ids.next(), Ids.next(), shares));
            });
            assertThat(held).filteredOn(taken -> taken).hasSize(5);
            assertThat(balance(one)).isEqualTo(500);
            assertThat(balance(two)).isZero();
        }
    }

    @Test
    void givesBackOnceWhatIsReleasedByMany() throws Exception {
        var card = card(1_000);
        var ref = Ids.next();
        hold(ref, card, 800);
        atOnce(buyer -> {
            jdbi.useTransaction(sql -> credits.release(ref));
            return true;
        });
        assertThat(balance(card)).isEqualTo(1_000);
    }

    @Test
    void takesAgainForLateMoneyWhatNobodyElseHasSpent() {
        var card = card(1_000);
        var ref = Ids.next();
        hold(ref, card, 800);
        jdbi.useTransaction(sql -> credits.release(ref));
        assertThat(secure(ref)).isTrue();
        assertThat(balance(card)).isEqualTo(200);
        jdbi.useTransaction(sql -> credits.release(ref));
        hold(Ids.next(), card, 300);
        assertThat(secure(ref)).isFalse();
        assertThat(balance(card)).isEqualTo(700);
    }

    @Test
    void paysAnOrderOnceAndGetsBackNoMoreThanThat() {
        var card = card(1_000);
        var ref = Ids.next();
        var checkout = Ids.next();
        var order = Ids.next();
        jdbi.useTransaction(sql -> credits.hold(ref, checkout, List.of(share(card, 800))));
        jdbi.useTransaction(sql -> credits.use(ref, order));
        jdbi.useTransaction(sql -> credits.use(ref, order));
        jdbi.useTransaction(sql -> credits.release(ref));
        assertThat(balance(card)).isEqualTo(200);
        assertThatThrownBy(() -> jdbi.useTransaction(sql -> credits.use(ref, Ids.next())))
                .isInstanceOf(IllegalStateException.class);
        jdbi.useTransaction(sql -> credits.giveBack(checkout, "r1", eur(500)));
        jdbi.useTransaction(sql -> credits.giveBack(checkout, "r1", eur(500)));
        assertThat(balance(card)).isEqualTo(700);
        assertThatThrownBy(() -> jdbi.useTransaction(sql -> credits.giveBack(checkout, "r2", eur(301))))
                .isInstanceOf(Problem.class);
        jdbi.useTransaction(sql -> credits.giveBack(checkout, "r3", eur(300)));
        assertThat(balance(card)).isEqualTo(1_000);
        assertThat(rows("SELECT account FROM inv_ledger WHERE account = 'CLEARING:wallet' AND order_id = '" + order
                        + "' GROUP BY 1 HAVING sum(debit) <> sum(credit)"))
                .isEmpty();
    }

    @Test
    void paysNothingWithABlockedOrExpiredCard() {
        var card = card(1_000);
        jdbi.useHandle(sql -> sql.execute("UPDATE credit SET blocked = true WHERE id = ?", card));
        assertThat(hold(Ids.next(), card, 1)).isFalse();
        jdbi.useHandle(sql ->
                sql.execute("UPDATE credit SET blocked = false, expires_on = current_date - 1 WHERE id = ?", card));
        assertThat(hold(Ids.next(), card, 1)).isFalse();
        jdbi.useHandle(sql -> sql.execute("UPDATE credit SET expires_on = current_date WHERE id = ?", card));
        assertThat(hold(Ids.next(), card, 1)).isTrue();
    }

    private static UUID card(long minor) {
        return jdbi.inTransaction(sql -> CreditFixture.card(credits, books, eur(minor)));
    }

    private static boolean hold(UUID ref, UUID card, long minor) {
        return jdbi.<Boolean, RuntimeException>inTransaction(
                sql -> credits.hold(ref, Ids.next(), List.of(share(card, minor))));
    }

    private static boolean secure(UUID ref) {
        return jdbi.<Boolean, RuntimeException>inTransaction(sql -> credits.secure(ref));
    }

    private static CreditShare share(UUID card, long minor) {
        return new CreditShare(card, CreditKind.GIFT_CARD, "", eur(minor));
    }

    private static long balance(UUID card) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT balance_minor FROM credit WHERE id = :id")
                .bind("id", card)
                .mapTo(long.class)
                .one());
    }

    private static List<String> rows(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(String.class).list());
    }

    private static <T> List<T> atOnce(IntFunction<T> work) throws Exception {
        var barrier = new CyclicBarrier(BUYERS);
        var tasks = IntStream.range(0, BUYERS)
                .<Callable<T>>mapToObj(buyer -> () -> {
                    barrier.await();
                    return work.apply(buyer);
                })
                .toList();
        var answers = new ArrayList<T>();
        for (var future : buyers.invokeAll(tasks)) {
            answers.add(future.get());
        }
        return answers;
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
