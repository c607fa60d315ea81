package dev.galleria.inventory.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.account.AccountId;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.inventory.Receipt;
import dev.galleria.inventory.ReservationRef;
import dev.galleria.inventory.SupplyFixture;
import dev.galleria.inventory.SupplyTerms;
import dev.galleria.inventory.Wanted;
import dev.galleria.inventory.Warehouse;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.SeriesFixture;
import dev.galleria.platform.TestDatabase;
import dev.galleria.seller.SellerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Transfers and purchase orders against a real PostgreSQL: in parts, repeated, at the same time, by the wrong people. */
class SupplyTest {
    private static final SellerId SELLER = new SellerId(Ids.next());
    private static final Editor OWN = new Editor(new AccountId(Ids.next()), SELLER);
    private static final Editor OTHER = new Editor(new AccountId(Ids.next()), new SellerId(Ids.next()));
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    private static TestDatabase database;
    private static Jdbi jdbi;
    private static SupplyFixture stock;
    private static final Transfers transfers = new Transfers();
    private static final PurchaseOrders orders = new PurchaseOrders();
    private static final Suppliers suppliers = new Suppliers();
    private static final StockReport report = new StockReport();

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        Database boundary = database.database(jdbi);
        stock = new SupplyFixture(boundary, new ArrayList<>());
        var steps = new Steps();
        steps.database = boundary;
        steps.offers = stock.offers;
        transfers.database = boundary;
        transfers.inventory = stock.inventory;
        transfers.warehouses = stock.warehouses;
        transfers.steps = steps;
        transfers.series = SeriesFixture.over(boundary);
        suppliers.database = boundary;
        orders.database = boundary;
        orders.inventory = stock.inventory;
        orders.warehouses = stock.warehouses;
        orders.suppliers = suppliers;
        orders.steps = steps;
        orders.series = transfers.series;
        report.database = boundary;
        for (var code : List.of("one", "two")) {
            stock.warehouses.open(OWN, new Warehouse(code, SELLER, code, "", "", "", "DE", 1, true));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void whatIsUnderWayCannotBeSoldAndArrivesOnce() throws Exception {
        var offer = offer(10);
        var ids = atOnce(
                8,
                () -> jdbi.inTransaction(sql ->
                        transfers.send(OWN, "one", "two", DAY, List.of(new OfferUnits(offer, 6)), "send-" + offer)));
        assertThat(ids.stream().distinct()).as("one key, one transfer").hasSize(1);
        var id = ids.get(0);
        assertThat(free(offer)).isEqualTo(4);
        assertThat(report.incoming(List.of(offer))).containsEntry(offer, 6);
        atOnce(
                8,
                () -> jdbi.inTransaction(sql -> {
                    transfers.receive(OWN, id, List.of(new OfferUnits(offer, 2)), "came-" + offer);
                    return true;
                }));
        assertThat(free(offer)).isEqualTo(6);
        assertThatThrownBy(() -> receive(id, offer, 5, "too many")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> receive(id, offer, 1, "came-" + offer))
                .as("the same key with other content")
                .isInstanceOf(Problem.class);
        receive(id, offer, 3, "more-" + offer);
        jdbi.useTransaction(sql -> transfers.close(OWN, id, "lost-" + offer));
        var done = transfers.find(OWN, id);
        assertThat(done.state()).isEqualTo(Transfer.State.DONE);
        assertThat(done.lines()).containsExactly(new Transfer.Line(offer, 6, 5, 1));
        assertThat(free(offer)).isEqualTo(9);
        assertThat(report.incoming(List.of(offer))).isEmpty();
        ledgersAgree();
    }

    @Test
    void nobodyElseSeesOrMovesASellersGoods() {
        var offer = offer(3);
        var id = jdbi.inTransaction(
                sql -> transfers.send(OWN, "one", "two", null, List.of(new OfferUnits(offer, 1)), "s-" + offer));
        assertThatThrownBy(() -> transfers.find(OTHER, id)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> transfers.receive(OTHER, id, List.of(new OfferUnits(offer, 1)), "x"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> transfers.send(OTHER, "one", "two", null, List.of(new OfferUnits(offer, 1)), "y"))
                .isInstanceOf(Problem.class);
        assertThat(stock.warehouses.list(OTHER)).isEmpty();
        assertThat(transfers.list(OTHER, 10)).isEmpty();
    }

    @Test
    void ordersAreReceivedInPartsAndWhoWaitsGetsTheGoods() {
        var offer = offer(1);
        var supplier = suppliers.add(OWN, "Mill " + offer, "mill@example.com", 10);
        jdbi.useTransaction(sql -> stock.backorders.allow(offer, 5, new SupplyTerms(SupplyTerms.Mode.BACKORDER, DAY)));
        assertThat(stock.inventory.supply(List.of(offer)).get(offer).orderable())
                .isEqualTo(6);
        var sold = sell(offer, 4);
        var id = jdbi.inTransaction(
                sql -> orders.order(OWN, supplier, "two", DAY, List.of(new OfferUnits(offer, 9)), "o-" + offer));
        assertThat(jdbi.<PurchaseOrderId, RuntimeException>inTransaction(sql ->
                        orders.order(OWN, supplier, "two", DAY, List.of(new OfferUnits(offer, 9)), "o-" + offer)))
                .isEqualTo(id);
        for (int times = 0; times < 2; times++) {
            jdbi.useTransaction(sql -> orders.receive(OWN, id, List.of(new OfferUnits(offer, 2)), "r1-" + offer));
        }
        assertThat(stock.backorders.waiting(sold)).hasSize(1).allMatch(waiting -> waiting.units() == 1);
        jdbi.useTransaction(sql -> orders.receive(OWN, id, List.of(new OfferUnits(offer, 7)), "r2-" + offer));
        assertThat(stock.backorders.waiting(sold)).isEmpty();
        assertThat(orders.find(OWN, id).state()).isEqualTo(PurchaseOrder.State.DONE);
        assertThat(free(offer)).isEqualTo(6);
        assertThat(report.of(List.of(offer), 28).get(0).sold()).isEqualTo(4);
        assertThatThrownBy(() -> orders.find(OTHER, id)).isInstanceOf(Problem.class);
        ledgersAgree();
    }

    private static UUID sell(OfferId offer, int units) {
        var order = Ids.next();
        var ref = new ReservationRef(Ids.next());
        jdbi.useTransaction(sql -> stock.inventory.reserve(ref, List.of(new Wanted(1, offer, units))));
        jdbi.useTransaction(sql -> stock.inventory.complete(ref, order));
        return order;
    }

    private static void receive(TransferId id, OfferId offer, int units, String key) {
        jdbi.useTransaction(sql -> transfers.receive(OWN, id, List.of(new OfferUnits(offer, units)), key));
    }

    private static OfferId offer(int units) {
        var category = Ids.next();
        var product = Ids.next();
        var variant = Ids.next();
        var offer = Ids.next();
        jdbi.useTransaction(sql -> {
            sql.execute(
                    "INSERT INTO category (id, slug, position, path) VALUES (?, ?, 1, '{}')", category, "c" + category);
            sql.execute(
                    "INSERT INTO product (id, slug, category_id, state, tax_class) VALUES (?, ?, ?, 'DRAFT', 'STANDARD')",
                    product,
                    "p" + product,
                    category);
            sql.execute(
                    "INSERT INTO variant (id, product_id, sku, position) VALUES (?, ?, ?, 1)",
                    variant,
                    product,
                    "S" + variant);
            sql.execute(
                    "INSERT INTO offer (id, variant_id, seller_id, price_minor) VALUES (?, ?, ?, 100)",
                    offer,
                    variant,
                    SELLER.value());
            stock.inventory.receive(List.of(new Receipt(new OfferId(offer), "one", units)), "first", "test");
        });
        return new OfferId(offer);
    }

    private static int free(OfferId offer) {
        return stock.inventory.available(List.of(offer)).get(offer);
    }

    private static void ledgersAgree() {
        assertThat(jdbi.<List<String>, RuntimeException>withHandle(sql -> sql.createQuery(
                                """
                        SELECT i.item_id::text FROM inv_item i LEFT JOIN (SELECT item_id, sum(qty) q FROM inv_movement GROUP BY 1) m USING (item_id)
                         WHERE i.on_hand <> coalesce(m.q,0) OR i.on_hand < 0""")
                        .mapTo(String.class)
                        .list()))
                .isEmpty();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var tasks = new ArrayList<Callable<T>>();
            for (int i = 0; i < times; i++) {
                tasks.add(work);
            }
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
