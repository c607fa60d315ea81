package dev.galleria.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.TestDatabase;
import dev.galleria.seller.SellerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The books on a real PostgreSQL. */
class BooksTest {
    private static final int ORDERS = Integer.getInteger("orders", 300);

    private static TestDatabase database;
    private static Jdbi jdbi;
    private static Books books;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        books = LedgerFixture.books(database.database(jdbi));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(sums(
                        "SELECT txn_id::text AS account, sum(debit - credit)::bigint AS minor FROM inv_ledger GROUP BY 1"
                                + " HAVING sum(debit) <> sum(credit)"))
                .isEmpty();
    }

    @Test
    void dividesAnOrderAmongSellersMarketplaceAndState() {
        var one = new SellerId(Ids.next());
        var two = new SellerId(Ids.next());
        jdbi.useTransaction(sql -> books.rates.set(two.value(), 2500, "test"));
        var order = Ids.next();
        var payment = Ids.next();
        jdbi.useTransaction(sql -> {
            books.captured(payment, "stripe", eur(13_500));
            books.placed(new PlacedSale(
                    order,
                    payment,
                    false,
                    eur(13_500),
                    eur(0),
                    List.of(
                            new Share(one, eur(8_000), eur(500), eur(1_500)),
                            new Share(two, eur(3_000), eur(0), eur(500)))));
        });
        assertThat(of(order))
                .containsOnly(
                        Map.entry("DEPOSIT", 13_500L),
                        Map.entry("SELLER:" + one, -7_200L),
                        Map.entry("COMMISSION:" + one, -800L),
                        Map.entry("SHIPPING:" + one, -500L),
                        Map.entry("TAX:" + one, -1_500L),
                        Map.entry("SELLER:" + two, -2_250L),
                        Map.entry("COMMISSION:" + two, -750L),
                        Map.entry("TAX:" + two, -500L));
    }

    @Test
    void postsAFactOnce() {
        var payment = Ids.next();
        for (int i = 0; i < 3; i++) {
            jdbi.useTransaction(sql -> books.captured(payment, "once", eur(100)));
        }
        assertThat(
                        sums(
                                "SELECT account, sum(debit - credit)::bigint AS minor FROM inv_ledger WHERE account = 'CLEARING:once' GROUP BY 1"))
                .containsOnly(Map.entry("CLEARING:once", 100L));
    }

    @Test
    void refusesWhatDoesNotAddUp() {
        assertThatThrownBy(() -> jdbi.useTransaction(sql -> books.store.post(new LedgerStore.Txn(
                        "TEST",
                        "lopsided",
                        null,
                        null,
                        eur(0).currency(),
                        List.of(new Entry(BookAccount.CLEARING, "x", 100), new Entry(BookAccount.DEPOSIT, "", -99))))))
                .hasMessageContaining("does not add up");
        assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute("UPDATE ledger_entry SET amount_minor = 1")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute("DELETE FROM ledger_txn")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void takesFromThePlannedSellerFirst() {
        var one = new SellerId(Ids.next());
        var two = new SellerId(Ids.next());
        var order = Ids.next();
        var payment = Ids.next();
        jdbi.useTransaction(sql -> {
            books.captured(payment, "stripe", eur(2_000));
            books.placed(new PlacedSale(
                    order,
                    payment,
                    false,
                    eur(2_000),
                    eur(0),
                    List.of(new Share(one, eur(900), eur(100), eur(0)), new Share(two, eur(900), eur(100), eur(0)))));
            books.plan("line:1", List.of(new Share(two, eur(500), eur(0), eur(0))));
            books.refunded(new RefundFact("r1" + order, payment, "stripe", eur(500), "line:1"));
        });
        assertThat(of(order)).containsEntry("SELLER:" + one, -810L).containsEntry("SHIPPING:" + two, -100L);
        assertThat(of(order)).containsEntry("SELLER:" + two, -360L).containsEntry("COMMISSION:" + two, -40L);
    }

    @Test
    void forgetsWhatACourierNeverCollects() {
        var order = Ids.next();
        var payment = Ids.next();
        var share = new Share(new SellerId(Ids.next()), eur(900), eur(100), eur(171));
        jdbi.useTransaction(sql -> {
            books.placed(new PlacedSale(order, payment, true, eur(1_171), eur(0), List.of(share)));
            books.waived(order, "line:" + order, eur(500), "line");
            books.waived(order, "line:" + order, eur(500), "line");
            books.waived(order, "rest:" + order, eur(671), "rest");
        });
        assertThat(of(order)).isEmpty();
    }

    /** Random orders, refunded in random steps and with random plans until nothing is left: no account keeps or owes a unit. */
    @Test
    void endsAtNothingWhateverTheOrderOfRefunds() {
        var random = new Random(Long.getLong("seed", 20261123));
        for (int i = 0; i < ORDERS; i++) {
            var currency = List.of("JPY", "EUR", "KWD").get(random.nextInt(3));
            var order = Ids.next();
            jdbi.useTransaction(sql -> refundAll(random, currency, order));
            assertThat(of(order)).as("order %d in %s", i, currency).isEmpty();
        }
    }

    private static void refundAll(Random random, String currency, UUID order) {
        var shares = Stream.generate(() -> share(random, currency))
                .limit(1 + random.nextInt(4))
                .toList();
        var total = shares.stream().map(Share::total).reduce(Money.ofMinor(0, currency), Money::plus);
        if (total.isZero()) {
            return;
        }
        var credit = Money.ofMinor(random.nextBoolean() ? 0 : random.nextLong(total.minorUnits()), currency);
        var payment = Ids.next();
        var paid = total.minus(credit);
        books.captured(payment, "stripe", paid);
        if (!credit.isZero()) {
            books.creditUsed(order, "hold" + order, Map.of(BookAccount.GIFT_CARD, credit));
        }
        books.placed(new PlacedSale(order, payment, false, paid, credit, shares));
        long open = total.minorUnits();
        int step = 0;
        while (open > 0) {
            long part = Math.min(open, 1 + random.nextLong(total.minorUnits()));
            var purpose = order + ":" + ++step;
            if (random.nextBoolean()) {
                books.plan(purpose, new ArrayList<>(shares.subList(0, 1)));
            }
            var amount = Money.ofMinor(part, currency);
            books.refunded(new RefundFact(purpose, payment, "stripe", amount, purpose));
            books.refunded(new RefundFact(purpose, payment, "stripe", amount, purpose));
            open -= part;
        }
    }

    private static Share share(Random random, String currency) {
        return new Share(
                new SellerId(Ids.next()),
                Money.ofMinor(random.nextInt(4) == 0 ? random.nextInt(4) : random.nextInt(100_000), currency),
                Money.ofMinor(random.nextInt(1_000), currency),
                Money.ofMinor(random.nextInt(20_000), currency));
    }

    /** What the accounts of an order have, apart from the gateway, deposits and credits. */
    private static Map<String, Long> of(UUID order) {
        return sums("SELECT account, sum(debit - credit)::bigint AS minor FROM inv_ledger WHERE order_id = '" + order
                + "' AND account NOT LIKE 'CLEARING%' AND account NOT IN ('GIFT_CARD')"
                + " AND (account <> 'DEPOSIT' OR NOT EXISTS (SELECT 1 FROM ledger_txn WHERE kind = 'REFUND' AND purchase_id = '"
                + order + "')) GROUP BY 1 HAVING sum(debit) <> sum(credit)");
    }

    private record Sum(String account, long minor) {}

    private static Map<String, Long> sums(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(Sum.class).list()).stream()
                .collect(java.util.stream.Collectors.toMap(Sum::account, Sum::minor));
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
