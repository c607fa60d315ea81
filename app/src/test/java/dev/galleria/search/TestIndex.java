package dev.galleria.search;

import dev.galleria.catalog.Fact;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.platform.Json;
import dev.galleria.search.merchandising.Meanings;
import dev.galleria.search.merchandising.RuleSet;
import dev.galleria.search.words.Dictionary;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.TenantId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/** The real index in memory, with documents made by hand and no database. */
final class TestIndex {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final Tenancy TENANCY = new Tenancy();
    private static final Engine ENGINE = engine();
    /** One for all tests; each has tenants of its own. */
    private static final SessionFactory FACTORY = factory(ENGINE);

    final Tenancy tenancy = TENANCY;
    final Tenant tenant = tenant("one");
    final Tenant other = tenant("other");
    final CatalogUnit unit;
    final Hits hits = new Hits();
    final Generations generations = new Generations();
    final Dictionaries dictionaries = new Dictionaries();
    Weights weights = Weights.usual();
    Meanings meanings = Meanings.NONE;
    RuleSet rules = RuleSet.NONE;
    final Map<String, Fact.Kind> kinds = new LinkedHashMap<>();

    /** OpenSearch if it runs for the tests. */
    private static Engine engine() {
        var uris = System.getProperty("galleria.it.search.uris");
        return uris == null
                ? new LuceneEngine(Path.of("in-memory"))
                : new OpenSearchEngine(new OpenSearchAddress(uris, Optional.empty(), "", "made-by-hand"), 1);
    }

    static SessionFactory factory(Engine engine) {
        var configuration = CatalogUnit.configuration(engine);
        var properties = configuration.getProperties();
        if (engine instanceof LuceneEngine) {
            properties.put("hibernate.search.backend.directory.type", "local-heap");
        }
        properties.put("hibernate.multi_tenant_connection_provider", new NoConnections());
        properties.put("hibernate.tenant_identifier_resolver", new BoundTenant(TENANCY));
        return configuration.buildSessionFactory();
    }

    TestIndex() {
        unit = unit(ENGINE, FACTORY);
        unit.ensure();
        generations.tenancy = tenancy;
        dictionaries.unit = unit;
        dictionaries.tenancy = tenancy;
        dictionaries.generations = generations;
        var cache = new FoundCache();
        cache.tenancy = tenancy;
        cache.generations = generations;
        cache.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        hits.unit = unit;
        hits.cache = cache;
        hits.generations = generations;
        hits.clock = cache.clock;
        hits.ranking = new Ranking() {
            @Override
            public Weights weights() {
                return weights;
            }
        };
        cache.ranking = hits.ranking;
        hits.facets = new FacetCounts();
        hits.facets.unit = unit;
        hits.facets.tenancy = tenancy;
    }

    static CatalogUnit unit(Engine engine, SessionFactory factory) {
        return new CatalogUnit(
                TENANCY,
                new Editions() {
                    @Override
                    int serving() {
                        return 0;
                    }
                },
                engine,
                factory);
    }

    static Tenant tenant(String slug) {
        return new Tenant(
                new TenantId(UUID.randomUUID()),
                slug,
                slug,
                slug,
                slug,
                "",
                Tenant.State.ACTIVE,
                null,
                null,
                "",
                Currency.getInstance("EUR"),
                List.of(),
                "DE",
                Locale.ENGLISH,
                List.of(Locale.ENGLISH, Locale.GERMAN),
                true,
                Map.of(),
                "",
                NOW,
                null);
    }

    /** A product of one English name; the rest is set by the caller. */
    ProductDocument product(String title, Consumer<ProductDocument> more) {
        var product = new ProductDocument();
        product.productId = UUID.randomUUID();
        product.titles = Json.write(Map.of("en", title));
        product.descriptions = "{}";
        product.categories = "";
        product.sellers = "";
        product.facts = "{}";
        product.tags = "";
        product.priceMinor = 1000;
        product.inStock = true;
        product.publishedAt = NOW;
        more.accept(product);
        return product;
    }

    ProductDocument product(String title) {
        return product(title, product -> {});
    }

    /** A variant that can be delivered at that price, or cannot (null). */
    static String variant(String sku, Long price, String... choices) {
        var row = new LinkedHashMap<String, Object>();
        row.put("sku", sku);
        row.put("choices", choices(choices));
        if (price != null) {
            row.put("price", price);
        }
        return Json.write(row);
    }

    static String variants(String... variants) {
        return "[" + String.join(",", variants) + "]";
    }

    private static Map<String, String> choices(String... choices) {
        var map = new LinkedHashMap<String, String>();
        Arrays.stream(choices).forEach(choice -> map.put(choice.split("=")[0], choice.split("=")[1]));
        return map;
    }

    void add(ProductDocument... products) {
        add(tenant, products);
    }

    void add(Tenant owner, ProductDocument... products) {
        tenancy.run(owner, () -> {
            unit.call(session -> {
                for (var product : products) {
                    session.indexingPlan().addOrUpdate(product);
                }
                session.indexingPlan().execute();
                return null;
            });
            generations.advance();
        });
    }

    Dictionary words() {
        return in(() -> {
            dictionaries.refresh();
            return dictionaries.current();
        });
    }

    Filter filter(String words, ListingQuery filters) {
        var spelling = new Spelling(words(), Set.of("en", "de"), meanings);
        var query = SearchQuery.of(words, filters);
        return new Filter(
                query,
                spelling.read(query.words()),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.copyOf(kinds),
                rules);
    }

    List<UUID> find(String words) {
        return find(words, ListingQuery.all());
    }

    List<UUID> find(String words, ListingQuery filters) {
        var filter = filter(words, filters);
        return in(() -> hits.page(filter).ids());
    }

    Counts counts(String words, ListingQuery filters) {
        var filter = filter(words, filters);
        return in(() -> hits.counts(filter));
    }

    <T> T in(Supplier<T> work) {
        return tenancy.call(tenant, work::get);
    }

    /** Nothing here needs a database. */
    private static final class NoConnections implements MultiTenantConnectionProvider<String> {
        private static final long serialVersionUID = 1L;

        @Override
        public Connection getAnyConnection() throws SQLException {
            throw new SQLException("no database");
        }

        @Override
        public void releaseAnyConnection(Connection connection) {}

        @Override
        public Connection getConnection(String tenant) throws SQLException {
            throw new SQLException("no database");
        }

        @Override
        public void releaseConnection(String tenant, Connection connection) {}

        @Override
        public boolean supportsAggressiveRelease() {
            return false;
        }

        @Override
        public boolean isUnwrappableAs(Class<?> type) {
            return false;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
