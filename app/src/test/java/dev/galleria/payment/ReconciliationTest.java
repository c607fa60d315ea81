package dev.galleria.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.payment.Statement.Entry;
import dev.galleria.payment.Statement.Kind;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.platform.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comparing with the real tables: what is planted is found, once, and goes when it agrees. */
class ReconciliationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(3));
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static TestDatabase schema;
    private static Database database;
    private final ReconciliationBook book = new ReconciliationBook();
    private final DeskBook desk = new DeskBook();

    @BeforeAll
    static void open() {
        schema = TestDatabase.migrated();
        database = schema.database(schema.jdbi());
    }

    @AfterAll
    static void close() {
        schema.close();
    }

    @BeforeEach
    void empty() {
        book.database = database;
        desk.database = database;
        database.call(
                sql -> sql.execute("TRUNCATE payment, refund, payment_difference, reconciliation, gateway_event"));
    }

    private static UUID payment(String state, String ref, long captured) {
        var id = Ids.next();
        database.call(sql -> sql.execute(
                """
                INSERT INTO payment (id, checkout_id, gateway, state, amount_minor, captured_minor, currency, idempotency_key, request,
                                     gateway_ref, changed_at)
                VALUES (?, ?, 'stripe', ?, 4900, ?, 'EUR', ?, '{}', ?, ?)""",
                id,
                Ids.next(),
                state,
                captured,
                "key-" + id,
                ref,
                YESTERDAY));
        return id;
    }

    private static Entry capture(String ref, long minor, UUID subject) {
        return new Entry(Kind.CAPTURE, ref, Money.ofMinor(minor, "EUR"), YESTERDAY, subject);
    }

    private void compare(Instant now, Entry... theirs) {
        var entries = List.of(theirs);
        var ours = book.ours("stripe", FROM, entries);
        book.record("stripe", FROM, now, entries, Comparison.of(entries, ours, FROM, now, Duration.ofMinutes(10)));
    }

    private List<String> differences() {
        var open = new ArrayList<String>();
        desk.open().stream()
                .filter(one -> one.kind() == Concern.Kind.DIFFERENCE)
                .forEach(one -> open.add(one.what() + " " + one.detail()));
        return open;
    }

    @Test
    void putsWhatWasPlantedBeforePeople() {
        var good = payment("CAPTURED", "c-good", 4_900);
        var other = payment("CAPTURED", "c-other", 4_900);
        var lost = payment("FAILED", null, 0);
        payment("CAPTURED", "c-nowhere", 4_900);
        compare(
                NOW,
                capture("c-good", 4_900, good),
                capture("c-other", 4_800, other),
                capture("c-lost", 4_900, lost),
                capture("c-foreign", 100, null));
        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "CAPTURE.AMOUNT c-other",
                        "CAPTURE.NOT_RECORDED c-lost",
                        "CAPTURE.MISSING_THERE c-nowhere",
                        "CAPTURE.UNKNOWN_HERE c-foreign");
        var amount = desk.open().stream()
                .filter(one -> one.detail().equals("c-other"))
                .findFirst()
                .orElseThrow();
        assertThat(amount.amount()).isEqualTo(Money.of("49.00", "EUR"));
        assertThat(amount.theirs()).isEqualTo(Money.of("48.00", "EUR"));
        assertThat(book.progress("stripe").orElseThrow().captures()).isEqualTo(4);
    }

    @Test
    void findsTheSameOnceAndLetsItGoWhenItAgrees() {
        var id = payment("CAPTURED", "c1", 4_900);
        compare(NOW, capture("c1", 4_800, id));
        compare(NOW.plusSeconds(60), capture("c1", 4_800, id));
        assertThat(differences()).hasSize(1);
        compare(NOW.plusSeconds(120), capture("c1", 4_900, id));
        assertThat(differences()).isEmpty();
        compare(NOW.plusSeconds(180), capture("c1", 4_700, id));
        assertThat(differences()).as("differs again").hasSize(1);
    }

    @Test
    void leavesWhatAPersonHasClosedUntilItChanges() {
        compare(NOW, capture("c-foreign", 100, null));
        var id = desk.open().get(0).id();
        desk.closeDifference(UUID.fromString(id), "sold at the fair", NOW);
        compare(NOW.plusSeconds(60), capture("c-foreign", 100, null));
        assertThat(differences()).isEmpty();
        compare(NOW.plusSeconds(120), capture("c-foreign", 200, null));
        assertThat(differences()).hasSize(1);
    }

    @Test
    void remembersThatAListCouldNotBeHad() {
        compare(NOW);
        book.failed("stripe", NOW.plusSeconds(60), "no answer");
        var progress = book.progress("stripe").orElseThrow();
        assertThat(progress.failure()).isEqualTo("no answer");
        assertThat(progress.comparedTo()).isEqualTo(NOW);
    }

    @Test
    void leavesRefundsThatTheirOrderHasTriedAgain() {
        var paid = payment("CAPTURED", "c1", 4_900);
        database.call(sql -> sql.execute(
                """
                INSERT INTO refund (id, payment_id, amount_minor, reason, purpose, state, idempotency_key, created_at) VALUES
                    (gen_random_uuid(), ?, 900, 'x', 'order-refund:a:1', 'FAILED', 'k1', now() - interval '2 hours'),
                    (gen_random_uuid(), ?, 900, 'x', 'order-refund:a:2', 'SUCCEEDED', 'k2', now() - interval '1 hour'),
                    (gen_random_uuid(), ?, 800, 'x', 'order-refund:b:1', 'FAILED', 'k3', now() - interval '3 hours')""",
                paid,
                paid,
                paid));
        assertThat(desk.open()).hasSize(1);
        assertThat(desk.open().get(0).amount()).isEqualTo(Money.of("8.00", "EUR"));
    }

    @Test
    void showsPaymentsRefundsAndEventsThatStandStill() {
        var unknown = payment("UNKNOWN", null, 0);
        var paid = payment("CAPTURED", "c1", 4_900);
        var refund = Ids.next();
        database.call(sql -> sql.execute(
                """
                INSERT INTO refund (id, payment_id, amount_minor, reason, purpose, state, idempotency_key, failure)
                VALUES (?, ?, 900, 'canceled', 'cancel:1', 'FAILED', 'k1', 'charge_already_refunded')""",
                refund,
                paid));
        database.call(
                sql -> sql.execute(
                        """
                INSERT INTO gateway_event (id, gateway, type, payload, state, error, received_at) VALUES
                    ('evt_1', 'stripe', 'unreadable', '<html>', 'FAILED_VISIBLE', 'cannot be understood', now()),
                    ('evt_2', 'stripe', 'x', '{}', 'NEW', NULL, now()),
                    ('evt_3', 'stripe', 'x', '{}', 'NEW', NULL, now() - interval '11 minutes'),
                    ('evt_4', 'stripe', 'x', '{}', 'DONE', NULL, now() - interval '1 day')"""));
        assertThat(desk.open().stream().map(one -> one.kind() + " " + one.id()))
                .containsExactlyInAnyOrder("PAYMENT " + unknown, "REFUND " + refund, "EVENT evt_1", "EVENT evt_3");
        assertThat(desk.count()).isEqualTo(4);
        assertThat(desk.open(Concern.Kind.EVENT, "evt_2")).isEmpty();
    }
}
