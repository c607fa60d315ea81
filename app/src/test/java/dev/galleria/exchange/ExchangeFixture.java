package dev.galleria.exchange;

import dev.galleria.account.Account;
import dev.galleria.account.AccountId;
import dev.galleria.account.Role;
import dev.galleria.catalog.ProductsChanged;
import dev.galleria.catalog.editing.Bulk;
import dev.galleria.catalog.editing.BulkFixture;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.InventoryFixture;
import dev.galleria.platform.DomainEvent;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.TestDatabase;
import dev.galleria.seller.Seller;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** A marketplace with two sellers, some words, and an exchange that works on a real database without a container. */
final class ExchangeFixture implements AutoCloseable {
    /** Dies in the middle: no exception that anybody handles. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    final TestDatabase server = TestDatabase.migrated();
    final Jdbi jdbi = server.jdbi();
    final List<DomainEvent> events = new ArrayList<>();
    final Seller alma = seller("alma");
    final Seller bert = seller("bert");
    final Account owner = account(Set.of(Role.OWNER), null);
    final Account ofAlma = account(Set.of(Role.SELLER), alma.id());
    final Imports imports = new Imports();
    final Exports exports = new Exports();
    final Worker worker = new Worker();
    final Bulk bulk;
    final Inventory inventory;

    /** Steps until the next crash; negative for none. */
    int stepsLeft = -1;

    ExchangeFixture() {
        var tenant = new Tenant(
                new TenantId(Ids.next()),
                "test",
                "t_test",
                "t_test",
                "Test",
                "starter",
                Tenant.State.ACTIVE,
                "1",
                null,
                "atelier",
                Currency.getInstance("EUR"),
                List.of(),
                "DE",
                Locale.ENGLISH,
                List.of(Locale.ENGLISH, Locale.GERMAN),
                true,
                Map.of(),
                "shop@example.com",
                Instant.EPOCH,
                null);
        var tenancy = new Tenancy() {
            @Override
            public Tenant current() {
                return tenant;
            }
        };
        var database = server.database(jdbi);
        var outbox = new Outbox() {
            @Override
            public void publish(DomainEvent event) {
                events.add(event);
            }
        };
        var clock = Clock.systemUTC();
        var sellers = new Sellers() {
            @Override
            public List<Seller> list() {
                return List.of(alma, bert);
            }
        };
        bulk = BulkFixture.of(database, outbox, tenancy, clock);
        inventory = InventoryFixture.of(database, outbox, clock);
        var transactions = new Transactions() {
            @Override
            public <T> T in(Supplier<T> step) {
                return jdbi.inTransaction(handle -> {
                    var answer = step.get();
                    if (stepsLeft >= 0 && stepsLeft-- == 0) {
                        throw new Crash();
                    }
                    return answer;
                });
            }
        };
        var scenes = new Scenes();
        scenes.bulk = bulk;
        scenes.sellers = sellers;
        scenes.inventory = inventory;
        scenes.tenancy = tenancy;
        scenes.clock = clock;
        var files = new ImportFiles() {
            @Override
            Path of(ImportId id) {
                return Path.of("target", "exchange-data", id + ".csv");
            }
        };
        var store = new ImportStore();
        store.database = database;
        var desk = new Desk();
        desk.database = database;
        var touches = new Touches();
        touches.database = database;
        var planner = new Planner();
        planner.bulk = bulk;
        planner.inventory = inventory;
        var undoing = new Undoing();
        undoing.bulk = bulk;
        undoing.inventory = inventory;
        undoing.touches = touches;
        worker.desk = desk;
        worker.store = store;
        worker.files = files;
        worker.scenes = scenes;
        worker.planner = planner;
        worker.touches = touches;
        worker.undoing = undoing;
        worker.bulk = bulk;
        worker.inventory = inventory;
        worker.transactions = transactions;
        imports.store = store;
        imports.files = files;
        imports.scenes = scenes;
        imports.touches = touches;
        imports.clock = clock;
        imports.job = new WorkOff() {
            @Override
            public void enqueue(String argument) {}
        };
        exports.bulk = bulk;
        exports.inventory = inventory;
        exports.scenes = scenes;
        exports.transactions = transactions;
        words();
    }

    private void words() {
        inventory.defineWarehouse("main", "Main", "DE", 1);
        jdbi.useHandle(sql -> {
            var home = Ids.next();
            sql.execute(
                    "INSERT INTO category (id, slug, position, path) VALUES (?, 'home', 1, ARRAY[?::uuid])",
                    home,
                    home);
            sql.execute("INSERT INTO category_text VALUES (?, 'en', 'Home', '')", home);
            var cups = Ids.next();
            sql.execute(
                    "INSERT INTO category (id, parent_id, slug, position, path) VALUES (?, ?, 'cups', 1, ARRAY[?::uuid, ?::uuid])",
                    cups,
                    home,
                    home,
                    cups);
            sql.execute("INSERT INTO category_text VALUES (?, 'en', 'Cups & mugs', '')", cups);
            sql.execute("INSERT INTO brand (id, slug, name) VALUES (?, 'lehm', 'Lehm & Co')", Ids.next());
            attribute(sql, "material", "CHOICE", null);
            attribute(sql, "volume", "NUMBER", "ml");
            attribute(sql, "dishwasher", "FLAG", null);
            attribute(sql, "care", "TEXT", null);
            attribute(sql, "launched", "DATE", null);
            sql.execute(
                    """
                    INSERT INTO attribute_choice SELECT id, 'clay', 1, '{"en": "Clay", "de": "Ton"}' FROM attribute WHERE code = 'material'""");
        });
    }

    private static void attribute(org.jdbi.v3.core.Handle sql, String code, String kind, String unit) {
        sql.execute(
                "INSERT INTO attribute (id, code, kind, unit, filterable, position) VALUES (?, ?, ?, ?, true, 1)",
                Ids.next(),
                code,
                kind,
                unit);
    }

    private static Seller seller(String slug) {
        return new Seller(
                new SellerId(Ids.next()),
                slug,
                slug,
                slug + "@example.com",
                "DE",
                null,
                null,
                Seller.Status.ACTIVE,
                0,
                0,
                Instant.EPOCH);
    }

    private static Account account(Set<Role> roles, SellerId seller) {
        return new Account(
                new AccountId(Ids.next()),
                "a@example.com",
                "Ada",
                Locale.ENGLISH,
                roles,
                seller == null ? null : seller.value());
    }

    /** Uploads and works until nothing is left to do. */
    Import check(Account account, byte[] file) {
        var work = imports.upload(account, "goods.csv", new ByteArrayInputStream(file), false);
        worker.workOff();
        return imports.find(account, work.id());
    }

    Import check(Account account, String file) {
        return check(account, file.getBytes(StandardCharsets.UTF_8));
    }

    Import load(Account account, String file) {
        return run(account, check(account, file).id());
    }

    Import run(Account account, ImportId id) {
        imports.run(account, id);
        worker.workOff();
        return imports.find(account, id);
    }

    Import undo(Account account, ImportId id) {
        imports.undo(account, id);
        worker.workOff();
        return imports.find(account, id);
    }

    String export(Account account) {
        var out = new ByteArrayOutputStream();
        exports.write(account, Exports.Filter.all(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    String errors(Account account, ImportId id) {
        var out = new ByteArrayOutputStream();
        imports.writeErrors(account, id, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What is wrong, as {@code row/column/code}. */
    List<String> faults(Account account, Import work) {
        return imports.rows(account, work.id(), ImportedRow.Outcome.WRONG, 0, 500).stream()
                .flatMap(row -> row.details().stream()
                        .map(detail -> row.number() + "/" + detail.column() + "/" + detail.code()))
                .toList();
    }

    /** Everything in the catalog and on the shelves, ids aside. */
    List<String> everything() {
        return jdbi.withHandle(sql -> sql.createQuery(
                        """
                        SELECT 'product ' || to_jsonb(p)::text FROM product p
                        UNION ALL SELECT 'text ' || to_jsonb(t)::text FROM product_text t
                        UNION ALL SELECT 'attribute ' || to_jsonb(t)::text FROM product_attribute t
                        UNION ALL SELECT 'option ' || to_jsonb(t)::text FROM product_option t
                        UNION ALL SELECT 'value ' || to_jsonb(t)::text FROM option_value t
                        UNION ALL SELECT 'variant ' || to_jsonb(t)::text FROM variant t
                        UNION ALL SELECT 'offer ' || to_jsonb(t)::text FROM offer t
                        UNION ALL SELECT 'stock ' || to_jsonb(t)::text FROM stock_item t
                        UNION ALL SELECT 'movement ' || to_jsonb(t)::text FROM stock_movement t
                         ORDER BY 1""")
                .mapTo(String.class)
                .list());
    }

    int count(String table) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT count(*) FROM " + table)
                .mapTo(int.class)
                .one());
    }

    /** Takes the leases away, as time does when a node has died. */
    void leasesEnd() {
        jdbi.useHandle(
                sql -> sql.execute("UPDATE product_import SET lease_until = clock_timestamp() - interval '1 second'"));
    }

    int told() {
        return events.stream()
                .filter(ProductsChanged.class::isInstance)
                .map(ProductsChanged.class::cast)
                .collect(Collectors.summingInt(event -> event.products().size()));
    }

    @Override
    public void close() {
        server.close();
    }
}
