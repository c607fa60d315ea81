package dev.galleria.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.ledger.LedgerFixture;
import dev.galleria.ledger.PlacedSale;
import dev.galleria.ledger.Share;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.TestDatabase;
import dev.galleria.seller.SellerId;
import dev.galleria.verify.Finding;
import dev.galleria.verify.Invariants;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cash on delivery of which a part was waived before the courier came: the facts stay sound, and a wrong sum is noticed. */
class CashCollectedTest {
    private static TestDatabase database;
    private static Jdbi jdbi;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void whatWasWaivedIsNotCollected() {
        var payment = Ids.next();
        var order = Ids.next();
        var books = LedgerFixture.books(database.database(jdbi));
        jdbi.useTransaction(sql -> {
            order(sql, order, payment);
            var share = new Share(new SellerId(Ids.next()), eur(900), eur(100), eur(0));
            books.placed(new PlacedSale(order, payment, true, eur(1_000), eur(0), List.of(share)));
            books.waived(order, "line", eur(300), "line");
        });
        assertThat(findings()).as("on its way").isEmpty();

        jdbi.useTransaction(sql -> {
            sql.execute("UPDATE payment SET state = 'CAPTURED', captured_minor = 700 WHERE id = ?", payment);
            books.collected(payment, "cod", eur(700));
            books.collected(payment, "cod", eur(700));
        });
        assertThat(findings()).as("collected").isEmpty();
        assertThat(jdbi.<Long, RuntimeException>withHandle(sql -> sql.createQuery(
                                "SELECT sum(debit - credit) FROM inv_ledger WHERE account = 'RECEIVABLE'")
                        .mapTo(Long.class)
                        .one()))
                .isZero();

        jdbi.useHandle(sql -> sql.execute("UPDATE payment SET captured_minor = 701 WHERE id = ?", payment));
        assertThat(findings()).extracting(Finding::code).contains("B1");
    }

    @Test
    void theBooksKnowNothingOfOlderOrders() {
        var books = LedgerFixture.books(database.database(jdbi));
        var payment = Ids.next();
        jdbi.useTransaction(sql -> books.collected(payment, "cod", eur(5)));
        assertThat(jdbi.<Long, RuntimeException>withHandle(
                        sql -> sql.createQuery("SELECT count(*) FROM ledger_txn WHERE payment_id = :id")
                                .bind("id", payment)
                                .mapTo(Long.class)
                                .one()))
                .isZero();
    }

    private static void order(Handle sql, UUID order, UUID payment) {
        var checkout = Ids.next();
        sql.execute(
                "INSERT INTO payment (id, checkout_id, gateway, state, amount_minor, currency, idempotency_key, request, created_at) VALUES (?, ?, 'cod', 'AUTHORIZED', 1000, 'EUR', 'cash', '{}', now() + interval '1 s')",
                payment,
                checkout);
        sql.execute(
                "INSERT INTO purchase (id, number, checkout_id, payment_id, email, locale, state, payment_method, address, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor, tax_included, total_minor, own_total_minor, explanation, token_hash) VALUES (?, '#1', ?, ?, 'a@x.example', 'en', 'DELIVERED', 'cod', '{}', 'EUR', 900, 0, 100, 0, true, 1000, 1000, '[]', 'x')",
                order,
                checkout,
                payment);
    }

    private static List<Finding> findings() {
        return jdbi.withHandle(sql -> {
            try {
                return Invariants.ofTenant(sql.getConnection(), Duration.ZERO).findings();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
