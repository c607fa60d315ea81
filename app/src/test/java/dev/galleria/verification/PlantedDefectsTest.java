package dev.galleria.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.ledger.LedgerFixture;
import dev.galleria.ledger.PlacedSale;
import dev.galleria.ledger.Share;
import dev.galleria.payment.credit.CreditFixture;
import dev.galleria.payment.credit.CreditKind;
import dev.galleria.payment.credit.CreditShare;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.TestDatabase;
import dev.galleria.seller.SellerId;
import dev.galleria.verify.Finding;
import dev.galleria.verify.Invariant;
import dev.galleria.verify.Invariants;
import dev.galleria.verify.Report;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sound order, and one thing wrong with it at a time: the check that is there for it finds it. */
class PlantedDefectsTest {
    private static final Duration QUIET = Duration.ZERO;
    private static final UUID ITEM = Ids.next();
    private static final UUID OFFER = Ids.next();
    private static final UUID ORDER = Ids.next();
    private static final UUID PART = Ids.next();
    private static final UUID PAYMENT = Ids.next();
    private static final UUID CHECKOUT = Ids.next();
    private static final UUID HOLD = Ids.next();
    private static final SellerId SELLER = new SellerId(Ids.next());
    private static final String ONCE = UUID.randomUUID().toString();

    private static TestDatabase database;
    private static Jdbi jdbi;

    /** What is done to the facts, by the check that must notice. */
    private static final Map<String, String> DEFECTS = Map.ofEntries(
            Map.entry("I1", "UPDATE stock_item SET on_hand = on_hand + 1"),
            Map.entry("I2", "UPDATE stock_item SET reserved = reserved + 1"),
            Map.entry("I3", "UPDATE order_line SET quantity = 12, unit_minor = 0"),
            Map.entry("I4", "UPDATE order_line SET quantity = 1, unit_minor = unit_minor * 2"),
            Map.entry("I5", "UPDATE reservation SET expires_at = now() - interval '2 min' WHERE state = 'ACTIVE'"),
            Map.entry("I6", "UPDATE payment SET captured_minor = captured_minor - 1"),
            Map.entry(
                    "I7",
                    "INSERT INTO payment (id, checkout_id, gateway, state, amount_minor, captured_minor, currency, idempotency_key,"
                            + " request, created_at) VALUES (gen_random_uuid(), gen_random_uuid(), 'stripe', 'CAPTURED', 5, 5, 'EUR',"
                            + " 'k', '{}', now() - interval '1 h')"),
            Map.entry(
                    "I8",
                    "INSERT INTO payment (id, checkout_id, gateway, state, amount_minor, captured_minor, currency, idempotency_key,"
                            + " request, surplus) SELECT gen_random_uuid(), checkout_id, gateway, 'CAPTURED', 5, 5, currency, 'k', '{}',"
                            + " true FROM payment"),
            Map.entry(
                    "I9",
                    "INSERT INTO payment (id, checkout_id, gateway, state, amount_minor, currency, idempotency_key, request, created_at)"
                            + " VALUES (gen_random_uuid(), gen_random_uuid(), 'stripe', 'UNKNOWN', 5, 'EUR', 'k', '{}',"
                            + " now() - interval '1 h')"),
            Map.entry("I10", "UPDATE purchase SET shipping_minor = shipping_minor + 1"),
            Map.entry(
                    "I12",
                    "INSERT INTO gateway_event (id, gateway, type, payload, state, effect_count)"
                            + " VALUES ('evt_1', 'stripe', 'x', '{}', 'DONE', 2)"),
            Map.entry(
                    "I13",
                    "ALTER TABLE ledger_entry DISABLE TRIGGER ledger_adds_up; INSERT INTO ledger_entry"
                            + " SELECT id, 'GRANTED', '', 1 FROM ledger_txn WHERE kind = 'ORDER'"),
            Map.entry(
                    "I15",
                    "INSERT INTO outbox (id, topic, type, payload, created_at)"
                            + " VALUES (gen_random_uuid(), 't', 'x', '{}', now() - interval '2 min')"),
            Map.entry("I17", "UPDATE stock_item SET backordered = backordered + 1"),
            Map.entry(
                    "B1",
                    "WITH t AS (INSERT INTO ledger_txn (id, kind, reference, currency) VALUES (gen_random_uuid(), 'CAPTURE', 'x', 'EUR')"
                            + " RETURNING id) INSERT INTO ledger_entry SELECT id, a, p, m FROM t,"
                            + " (VALUES ('CLEARING', 'stripe', 7), ('DEPOSIT', '', -7)) AS v (a, p, m)"),
            Map.entry("B2", "UPDATE credit SET balance_minor = balance_minor - 1"),
            Map.entry("B3", "UPDATE credit SET balance_minor = balance_minor + 1"),
            Map.entry("B4", "UPDATE purchase SET total_minor = total_minor + 1"),
            Map.entry(
                    "B5",
                    "WITH t AS (INSERT INTO ledger_txn (id, kind, reference, currency, purchase_id) VALUES (gen_random_uuid(), 'REFUND',"
                            + " 'x', 'EUR', '" + ORDER
                            + "') RETURNING id) INSERT INTO ledger_entry SELECT id, a, p, m FROM t,"
                            + " (VALUES ('SHIPPING', '" + SELLER + "', 501), ('CLEARING', 'x', -501)) AS v (a, p, m)"),
            Map.entry(
                    "B6",
                    "UPDATE credit_hold SET changed_at = now() - interval '1 h', state = 'HELD', order_id = NULL"));

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        jdbi.useTransaction(PlantedDefectsTest::soundOrder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void soundFactsGiveNothing() {
        assertThat(jdbi.withHandle(PlantedDefectsTest::ask).findings()).isEmpty();
    }

    static Stream<String> codes() {
        return DEFECTS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void namesWhatIsWrong(String code) {
        jdbi.useHandle(sql -> {
            sql.begin();
            sql.createScript(DEFECTS.get(code)).execute();
            var report = ask(sql);
            sql.rollback();
            assertThat(report.findings()).extracting(Finding::code).contains(code);
        });
    }

    /** Coupons and sales by stand-ins of their views where the capability is not there. */
    @Test
    void namesCouponsAndSalesUsedTooOften() {
        jdbi.useHandle(sql -> {
            sql.begin();
            sql.createScript(
                            """
                            DROP VIEW IF EXISTS inv_coupon_use, inv_coupon;
                            CREATE VIEW inv_coupon AS SELECT 1 AS id, 1 AS max_uses, 5 AS max_per_customer;
                            CREATE VIEW inv_coupon_use AS SELECT 1 AS coupon_id, n AS customer_id, n AS order_id, false AS released
                              FROM generate_series(1, 2) n;
                            DROP VIEW IF EXISTS inv_claim, inv_sale;
                            CREATE VIEW inv_sale AS SELECT 1 AS id, 100 AS units;
                            CREATE VIEW inv_claim AS SELECT 1 AS sale_id, 1 AS buyer_id, 'CLAIMED' AS state FROM generate_series(1, 2)""")
                    .execute();
            var report = ask(sql);
            sql.rollback();
            assertThat(report.findings()).extracting(Finding::code).contains("I11", "I13b");
        });
    }

    @Test
    void everyFactOfATenantHasItsDefect() {
        assertThat(Invariants.all().stream()
                        .filter(invariant -> !invariant.wide())
                        .map(Invariant::code)
                        .filter(code -> !DEFECTS.containsKey(code)))
                .containsExactlyInAnyOrder("I11", "I13b");
    }

    /** Roles and schemas are the whole server's: only what was planted is looked for. */
    @Test
    void namesRightsAndSchemasThatShouldNotBe() {
        var name = "planted_" + ONCE.substring(0, 8);
        jdbi.useHandle(sql -> {
            sql.begin();
            sql.createScript(
                            "CREATE SCHEMA IF NOT EXISTS platform; CREATE TABLE platform.planted AS SELECT '%1$s'::text AS slug, '%1$s'::text AS schema_name, '%1$s'::text AS role_name, 'ACTIVE'::text AS state UNION ALL SELECT 'gone', 'gone_%1$s', '%1$s', 'ACTIVE'; CREATE OR REPLACE VIEW platform.inv_tenant AS SELECT * FROM platform.planted; CREATE SCHEMA %1$s; CREATE SCHEMA other_%1$s; CREATE ROLE %1$s; GRANT USAGE ON SCHEMA other_%1$s TO %1$s"
                                    .formatted(name))
                    .execute();
            var report = database(sql);
            sql.rollback();
            assertThat(report.findings())
                    .extracting(finding -> finding.code() + " " + finding.what())
                    .contains(
                            "I14 role %1$s has rights in schema other_%1$s".formatted(name),
                            "I16 tenant gone: no schema gone_%1$s".formatted(name),
                            "I16 schema other_%1$s belongs to no tenant".formatted(name))
                    .doesNotContain("I16 schema %s belongs to no tenant".formatted(name));
        });
    }

    private static Report ask(Handle sql) {
        try {
            return Invariants.ofTenant(sql.getConnection(), QUIET);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Report database(Handle sql) {
        try {
            return Invariants.ofDatabase(sql.getConnection(), QUIET);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two pieces of 40.00 with 5.00 for shipping: 80.00 by card, 5.00 by gift card, of which 10.00 there were. */
    private static void soundOrder(Handle sql) {
        var books = LedgerFixture.books(database.database(jdbi));
        var credits = CreditFixture.credits(database.database(jdbi), books);
        var warehouse = Ids.next();
        sql.execute("INSERT INTO warehouse VALUES (?, 'main', 'Main', 'DE', 1)", warehouse);
        sql.execute(
                "INSERT INTO stock_item (id, offer_id, warehouse_id, on_hand, reserved) VALUES (?, ?, ?, 9, 1)",
                ITEM,
                OFFER,
                warehouse);
        movement(sql, "RECEIPT", 10, "RECEIPT", "r");
        movement(sql, "SALE", -1, "LINE", ORDER + ":1");
        sql.execute(
                "INSERT INTO reservation (id, ref, line_no, item_id, quantity, state, expires_at) VALUES (?, ?, 1, ?, 1, 'ACTIVE', now() + interval '10 min')",
                Ids.next(),
                Ids.next(),
                ITEM);
        promised(sql);
        sql.execute(
                "INSERT INTO payment (id, checkout_id, gateway, state, amount_minor, captured_minor, credit_minor, currency, idempotency_key, request, created_at) VALUES (?, ?, 'stripe', 'CAPTURED', 8000, 8000, 500, 'EUR', 'sound', '{}', now() + interval '1 s')",
                PAYMENT,
                CHECKOUT);
        sql.execute(
                "INSERT INTO purchase (id, number, checkout_id, payment_id, email, locale, state, payment_method, address, currency, subtotal_minor, discount_minor, shipping_minor, tax_minor, tax_included, total_minor, own_total_minor, explanation, token_hash) VALUES (?, '#1001', ?, ?, 'a@x.example', 'en', 'CONFIRMED', 'stripe', '{}', 'EUR', 8000, 0, 500, 0, true, 8500, 8500, '[]', 'x')",
                ORDER,
                CHECKOUT,
                PAYMENT);
        sql.execute(
                "INSERT INTO seller_order (id, purchase_id, seller_id, seller_name, part_no, state, shipping_method, shipping_label, subtotal_minor, discount_minor, shipping_minor, tax_minor, total_minor, own_total_minor) VALUES (?, ?, ?, 'S', 1, 'CONFIRMED', 'p', 'Post', 8000, 0, 500, 0, 8500, 8500)",
                PART,
                ORDER,
                SELLER.value());
        sql.execute(
                "INSERT INTO order_line (id, purchase_id, seller_order_id, line_no, seller_id, product_id, product_slug, variant_id, offer_id, sku, title, choices, quantity, unit_minor, tax_minor, tax_rate_ppm, total_minor) VALUES (?, ?, ?, 1, ?, ?, 'p', ?, ?, 's', 't', '', 2, 4000, 0, 0, 8000)",
                Ids.next(),
                ORDER,
                PART,
                SELLER.value(),
                Ids.next(),
                Ids.next(),
                OFFER);
        var card = CreditFixture.card(credits, books, eur(1_000));
        credits.hold(HOLD, CHECKOUT, List.of(new CreditShare(card, CreditKind.GIFT_CARD, "", eur(500))));
        credits.use(HOLD, ORDER);
        books.captured(PAYMENT, "stripe", eur(8_000));
        books.placed(new PlacedSale(
                ORDER, PAYMENT, false, eur(8_000), eur(500), List.of(new Share(SELLER, eur(8_000), eur(500), eur(0)))));
    }

    /** Of three units to come one is held and one is awaited by the order. */
    private static void promised(Handle sql) {
        sql.execute("UPDATE stock_item SET backorder_cap = 3, backordered = 2 WHERE id = ?", ITEM);
        sql.execute(
                "INSERT INTO reservation (id, ref, line_no, item_id, quantity, state, expires_at, promised) VALUES (?, ?, 1, ?, 1, 'ACTIVE', now() + interval '10 min', true)",
                Ids.next(),
                Ids.next(),
                ITEM);
        sql.execute(
                "INSERT INTO backorder (id, order_id, line_no, item_id, offer_id, mode, quantity, open) VALUES (?, ?, 1, ?, ?, 'BACKORDER', 1, 1)",
                Ids.next(),
                ORDER,
                ITEM,
                OFFER);
    }

    private static void movement(Handle sql, String kind, int quantity, String type, String ref) {
        sql.execute(
                "INSERT INTO stock_movement (id, item_id, kind, quantity, ref_type, ref_id, actor) VALUES (?, ?, ?, ?, ?, ?, 'test')",
                Ids.next(),
                ITEM,
                kind,
                quantity,
                type,
                ref);
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
