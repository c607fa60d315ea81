package dev.galleria.inventory.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.account.AccountId;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.inventory.Receipt;
import dev.galleria.inventory.SupplyFixture;
import dev.galleria.inventory.notices.LowStockAlerts.Threshold;
import dev.galleria.inventory.notices.StockRequests.Answer;
import dev.galleria.platform.Database;
import dev.galleria.platform.DomainEvent;
import dev.galleria.platform.Ids;
import dev.galleria.platform.TestDatabase;
import dev.galleria.seller.SellerId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what about stock, and how often, against a real PostgreSQL. */
class NoticesTest {
    private static final SellerId SELLER = new SellerId(Ids.next());
    private static final Editor EDITOR = new Editor(new AccountId(Ids.next()), SELLER);

    private static final List<DomainEvent> published = new CopyOnWriteArrayList<>();
    private static final StockRequests requests = new StockRequests();
    private static final LowStockAlerts alerts = new LowStockAlerts();
    private static TestDatabase database;
    private static Jdbi jdbi;
    private static SupplyFixture stock;
    private int deliveries;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        Database boundary = database.database(jdbi);
        stock = new SupplyFixture(boundary, published);
        requests.database = boundary;
        requests.inventory = stock.inventory;
        requests.outbox = stock.outbox;
        requests.clock = Clock.systemUTC();
        alerts.database = boundary;
        alerts.inventory = stock.inventory;
        alerts.offers = stock.offers;
        alerts.outbox = stock.outbox;
        alerts.clock = Clock.systemUTC();
        stock.inventory.defineWarehouse("main", "Main", "DE", 1);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void forget() {
        published.clear();
    }

    @Test
    void tellsThoseWhoConfirmedInTheirOrderAndNoMoreThanThereAreUnits() {
        var offer = offer();
        assertThat(ask(offer, "no address", null)).isEqualTo(Answer.INVALID);
        assertThat(ask(offer, "guest@example.com", null)).isEqualTo(Answer.ASKED);
        assertThat(ask(offer, "Guest@example.com", null)).as("twice").isEqualTo(Answer.ASKED);
        assertThat(published).filteredOn(StockRequestAsked.class::isInstance).hasSize(1);
        for (var name : List.of("a", "b", "c")) {
            var address = name + "@example.com";
            assertThat(ask(offer, address, address)).isEqualTo(Answer.WAITING);
        }
        assertThat(tell(offer)).as("nothing there").isZero();
        deliver(offer, 2);
        assertThat(tell(offer)).isEqualTo(2);
        assertThat(tell(offer)).as("those two may buy what is there").isZero();
        assertThat(told(offer)).containsExactlyInAnyOrder("a@example.com", "b@example.com");
        deliver(offer, 5);
        assertThat(tell(offer)).isEqualTo(1);
        assertThat(told(offer)).doesNotContain("guest@example.com").hasSize(3);
        assertThat(published).filteredOn(BackInStock.class::isInstance).hasSize(3);
        assertThat(ask(offer, "late@example.com", null)).isEqualTo(Answer.AVAILABLE);
    }

    @Test
    void warnsOncePerCrossing() {
        var offer = offer();
        deliver(offer, 10);
        alerts.define(EDITOR, new Threshold(SELLER, null, 3, 0));
        assertThat(low()).isEmpty();
        change(offer, -7);
        jdbi.useTransaction(sql -> alerts.look());
        jdbi.useTransaction(sql -> alerts.look());
        change(offer, -1);
        jdbi.useTransaction(sql -> alerts.look());
        assertThat(low()).as("3 left, then 2").hasSize(1);
        assertThat(alerts.open(SELLER, 10))
                .extracting(LowStockAlerts.Alert::offer)
                .contains(offer);
        change(offer, 5);
        jdbi.useTransaction(sql -> alerts.look());
        assertThat(alerts.open(SELLER, 10)).isEmpty();
        change(offer, -6);
        jdbi.useTransaction(sql -> alerts.look());
        assertThat(low()).as("crossed again").hasSize(2);
        alerts.define(EDITOR, new Threshold(SELLER, offer, 0, 0));
        assertThat(alerts.open(SELLER, 10)).as("its own threshold goes first").isEmpty();
    }

    private static List<DomainEvent> low() {
        return published.stream().filter(LowStock.class::isInstance).toList();
    }

    private static Answer ask(OfferId offer, String address, String own) {
        return jdbi.inTransaction(sql -> requests.ask(offer, address, own, Locale.ENGLISH));
    }

    private static int tell(OfferId offer) {
        return jdbi.inTransaction(sql -> requests.tell(offer));
    }

    private static List<String> told(OfferId offer) {
        return jdbi.withHandle(
                sql -> sql.createQuery("SELECT email FROM stock_request WHERE offer_id = :offer AND state = 'TOLD'")
                        .bind("offer", offer.value())
                        .mapTo(String.class)
                        .list());
    }

    private void deliver(OfferId offer, int units) {
        jdbi.useTransaction(sql -> stock.inventory.receive(
                List.of(new Receipt(offer, "main", units)), "delivery-" + ++deliveries, "test"));
    }

    private void change(OfferId offer, int units) {
        jdbi.useTransaction(
                sql -> stock.inventory.adjust(offer, "main", units, "change-" + ++deliveries, "test", "test"));
    }

    private static OfferId offer() {
        var ids = List.of(Ids.next(), Ids.next(), Ids.next(), Ids.next());
        jdbi.useTransaction(sql -> {
            sql.execute(
                    "INSERT INTO category (id, slug, position, path) VALUES (?, ?, 1, '{}')",
                    ids.get(0),
                    "c" + ids.get(0));
            sql.execute(
                    "INSERT INTO product (id, slug, category_id, state, tax_class) VALUES (?, ?, ?, 'DRAFT', 'STANDARD')",
                    ids.get(1),
                    "p" + ids.get(1),
                    ids.get(0));
            sql.execute(
                    "INSERT INTO variant (id, product_id, sku, position) VALUES (?, ?, ?, 1)",
                    ids.get(2),
                    ids.get(1),
                    "s" + ids.get(2));
            sql.execute(
                    "INSERT INTO offer (id, variant_id, seller_id, price_minor) VALUES (?, ?, ?, 100)",
                    ids.get(3),
                    ids.get(2),
                    SELLER.value());
        });
        return new OfferId(ids.get(3));
    }
}
