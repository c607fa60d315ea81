package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.Fact;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.catalog.SummaryRebuild;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.search.signals.OftenSearched;
import dev.galleria.search.signals.Signals;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchIT extends InApplication {
    @Inject
    Search search;

    @Inject
    Index index;

    @Inject
    Suggest suggest;

    @Inject
    Ranking ranking;

    @Inject
    Signals signals;

    @Inject
    OftenSearched often;

    @Inject
    SignalTick tick;

    @Inject
    Catalog catalog;

    @Inject
    SummaryRebuild summaries;

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @BeforeEach
    void indexed() {
        Ready.await();
        for (var slug : new String[] {"atelier", "gearhub", "greenmarket"}) {
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> tenancy.call(tenant(slug), index::complete));
        }
    }

    @Test
    void findsByWordsInTheShoppersLanguage() {
        var found = find("atelier", "kleid", Locale.GERMAN);

        assertThat(found.reduced()).isFalse();
        assertThat(found.listing().products()).isNotEmpty().allMatch(product -> !product.slug()
                .isBlank());
        assertThat(found.listing().products().get(0).title().toLowerCase(Locale.GERMAN))
                .contains("kleid");
    }

    @Test
    void countsOfAFacetIgnoreItsOwnChoice() {
        var all = search("atelier", new SearchQuery("", ListingQuery.all()));
        var brand = all.facets().brands().get(0).slug();
        var narrowed = search("atelier", new SearchQuery("", ListingQuery.all().withBrand(brand)));

        assertThat(narrowed.facets().brands()).hasSameSizeAs(all.facets().brands());
        assertThat(narrowed.listing().total())
                .isEqualTo((int) all.facets().brands().get(0).count());
    }

    @Test
    void readsOperatorsAsWordsAndPagesWithinBounds() {
        for (var hostile :
                new String[] {"*", "title:*", "((((", "a".repeat(50_000), "-\u0000~9", "\"", "OR AND NOT", "%"}) {
            var found =
                    search("atelier", SearchQuery.of(hostile, ListingQuery.all().withPage(1_000_000_000)));
            assertThat(found.reduced())
                    .as(hostile.substring(0, Math.min(20, hostile.length())))
                    .isFalse();
        }
    }

    @Test
    void neverFindsAnotherTenantsProducts() {
        var product =
                find("atelier", "linen", Locale.ENGLISH).listing().products().get(0);

        var elsewhere = tenancy.call(
                tenant("gearhub"),
                () -> database.call(
                        sql -> sql.createQuery("SELECT count(*) FROM product_summary WHERE product_id = :id")
                                .bind("id", product.id().value())
                                .mapTo(long.class)
                                .one()));
        assertThat(elsewhere).isZero();
        assertThat(search("gearhub", SearchQuery.of(product.title(), ListingQuery.all()))
                        .listing()
                        .products())
                .noneMatch(other -> other.id().equals(product.id()));
    }

    @Test
    void choicesMatchWithinOneVariantThatCanBeDelivered() {
        var color = mostFrequent("atelier", "color");
        var size = mostFrequent("atelier", "size");
        var filters = ListingQuery.all().withFact("color", Set.of(color)).withFact("size", Set.of(size));
        var found = search("atelier", new SearchQuery("", filters));

        long expected = tenancy.call(
                tenant("atelier"),
                () -> database.call(sql -> sql.createQuery(
                                """
                                SELECT count(DISTINCT v.product_id) FROM variant v JOIN product_summary s USING (product_id)
                                 WHERE v.choices->>'color' = :color AND v.choices->>'size' = :size
                                   AND EXISTS (SELECT FROM offer_now o WHERE o.variant_id = v.id AND o.active AND o.in_stock
                                                  AND o.seller_id = ANY(s.seller_ids))""")
                        .bind("color", color)
                        .bind("size", size)
                        .mapTo(long.class)
                        .one()));
        assertThat(found.listing().total()).isPositive().isEqualTo((int) expected);
    }

    @Test
    void everyCountIsWhatChoosingItFinds() {
        for (var words : new String[] {"", "linen"}) {
            var all = search("atelier", SearchQuery.of(words, ListingQuery.all()));
            assertThat(all.facets().facts()).isNotEmpty().hasSizeLessThan(9);
            for (var fact : all.facets().facts()) {
                for (var choice : fact.choices().stream().limit(3).toList()) {
                    var chosen = ListingQuery.all().withFact(fact.code(), Set.of(choice.slug()));
                    assertThat(search("atelier", SearchQuery.of(words, chosen))
                                    .listing()
                                    .total())
                            .as(words + " " + fact.code() + "=" + choice.slug())
                            .isEqualTo((int) choice.count());
                }
            }
        }
    }

    @Test
    void alternativesOfOneFacetAddUp() {
        var brands = search("atelier", new SearchQuery("", ListingQuery.all()))
                .facets()
                .brands();
        var two = Set.of(brands.get(0).slug(), brands.get(1).slug());
        var found = search("atelier", new SearchQuery("", ListingQuery.all().withBrands(two)));

        assertThat(found.listing().total())
                .isEqualTo((int) (brands.get(0).count() + brands.get(1).count()));
        assertThat(found.facets().brands()).hasSameSizeAs(brands);
        assertThat(tenancy.call(
                                tenant("atelier"),
                                () -> catalog.list(ListingQuery.all().withBrands(two), Locale.ENGLISH))
                        .total())
                .as("the database's plain listing")
                .isEqualTo(found.listing().total());
    }

    @Test
    void theDatabasesPlainListingKnowsTheSameChoices() {
        var fact = search("gearhub", new SearchQuery("", ListingQuery.all())).facets().facts().stream()
                .filter(one -> one.kind() == Fact.Kind.NUMBER)
                .findFirst()
                .orElseThrow();
        var query = ListingQuery.all()
                .withFact(fact.code(), Set.of(fact.choices().get(0).slug()))
                .withPrices(null, 50_000L);

        assertThat(tenancy.call(tenant("gearhub"), () -> catalog.list(query, Locale.ENGLISH))
                        .total())
                .isPositive()
                .isEqualTo(
                        search("gearhub", new SearchQuery("", query)).listing().total());
    }

    @Test
    void aSlipIsForgivenAndPutRight() {
        var found = find("atelier", "linnen dres", Locale.ENGLISH);

        assertThat(found.listing().products()).isNotEmpty();
        assertThat(found.meant()).isEqualTo("linen dress");
        assertThat(find("atelier", "linen dress", Locale.ENGLISH).meant()).isNull();
    }

    @Test
    void wordsThatNothingHasTogetherFindTheNearest() {
        var found = find("atelier", "linen zzyzzxq", Locale.ENGLISH);

        assertThat(found.nearest()).isTrue();
        assertThat(found.listing().total())
                .isEqualTo(find("atelier", "linen", Locale.ENGLISH).listing().total());
    }

    @Test
    void suggestsOnlyTheOwnMarketplacesWordsAndProducts() {
        var here = tenancy.call(tenant("atelier"), () -> suggest.suggest("linen dr", Locale.ENGLISH));
        var there = tenancy.call(tenant("gearhub"), () -> suggest.suggest("linen dr", Locale.ENGLISH));

        assertThat(here.words()).contains("linen dress");
        assertThat(here.products())
                .isNotEmpty()
                .allMatch(product -> product.title().toLowerCase(Locale.ENGLISH).contains("linen"));
        assertThat(there.words()).doesNotContain("linen dress");
        assertThat(there.products()).noneMatch(product -> here.products().contains(product));
    }

    @Test
    void suggestsWhatOthersHaveOftenFoundAndNothingElse() {
        tenancy.run(tenant("greenmarket"), () -> {
            for (int i = 0; i < 3; i++) {
                signals.searched("honey jar", Locale.ENGLISH, 5);
                signals.searched("honey nobody@example.org", Locale.ENGLISH, 5);
                signals.searched("honey zzyzzxq", Locale.ENGLISH, 0);
            }
            signals.searched("honey once", Locale.ENGLISH, 5);
            signals.write();
        });
        var words = tenancy.call(tenant("greenmarket"), () -> often.in(Locale.ENGLISH));

        assertThat(words).contains("honey jar").doesNotContain("honey zzyzzxq", "honey once");
        assertThat(tenancy.call(tenant("greenmarket"), () -> suggest.suggest("honey n", Locale.ENGLISH))
                        .words())
                .noneMatch(one -> one.contains("nobody"));
    }

    @Test
    void aDraftIsNeitherFoundNorSuggested() {
        var product =
                find("gearhub", "laptop", Locale.ENGLISH).listing().products().get(0);
        var query = SearchQuery.of(product.title(), ListingQuery.all());
        tenancy.run(tenant("gearhub"), () -> state(product.id().value(), "DRAFT", product.id()));
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> search("gearhub", query).listing().products().stream()
                            .noneMatch(one -> one.id().equals(product.id())));
            assertThat(tenancy.call(tenant("gearhub"), () -> suggest.suggest(product.title(), Locale.ENGLISH))
                            .products())
                    .noneMatch(one -> one.id().equals(product.id()));
        } finally {
            tenancy.run(tenant("gearhub"), () -> state(product.id().value(), "ACTIVE", product.id()));
        }
    }

    @Test
    void weightsOfOneMarketplaceChangeItsOrderAndNobodyElses() {
        var query = SearchQuery.of("chair", ListingQuery.all());
        var before = ids(search("greenmarket", SearchQuery.of("honey", ListingQuery.all())));
        var weights = new EnumMap<Factor, Integer>(Factor.class);
        Arrays.stream(Factor.values()).forEach(factor -> weights.put(factor, 0));
        weights.put(Factor.RATING, 100);
        tenancy.run(tenant("atelier"), () -> ranking.weigh(new Weights(weights)));
        try {
            var reasons = tenancy.call(tenant("atelier"), () -> search.why(query, Locale.ENGLISH));

            assertThat(reasons)
                    .isNotEmpty()
                    .isSortedAccordingTo(Comparator.comparing(Reason::total).reversed());
            assertThat(reasons).allMatch(reason -> reason.tenths().get(Factor.SALES) == 0);
            assertThat(ids(search("atelier", query)))
                    .isEqualTo(reasons.stream().map(Reason::product).toList());
            assertThat(ids(search("greenmarket", SearchQuery.of("honey", ListingQuery.all()))))
                    .isEqualTo(before);
        } finally {
            tenancy.run(tenant("atelier"), () -> ranking.weigh(Weights.usual()));
        }
    }

    @Test
    void whatIsFollowedIsSummedUpAndIndexed() {
        var product = find("gearhub", "headphones", Locale.ENGLISH)
                .listing()
                .products()
                .get(0);
        int before = clicked(product);
        tenancy.run(tenant("gearhub"), () -> {
            signals.shown(List.of(product.id().value()), 0);
            signals.followed(product.slug(), "one", "headphones", Locale.ENGLISH);
            signals.followed(product.slug(), "one", "headphones", Locale.ENGLISH);
            signals.followed(product.slug(), "other", "headphones", Locale.ENGLISH);
            tick.runForTenant();
        });

        assertThat(clicked(product) - before).isEqualTo(2);
    }

    private int clicked(ProductSummary product) {
        return tenancy.call(
                tenant("gearhub"),
                () -> database.call(sql -> sql.createQuery("SELECT clicked FROM search_signal WHERE product_id = ?")
                        .bind(0, product.id().value())
                        .mapTo(int.class)
                        .findOne()
                        .orElse(0)));
    }

    private void state(UUID product, String state, ProductId id) {
        database.call(sql -> sql.execute("UPDATE product SET state = ? WHERE id = ?", state, product));
        summaries.rebuild(List.of(id));
    }

    private String mostFrequent(String slug, String code) {
        return search(slug, new SearchQuery("", ListingQuery.all())).facets().facts().stream()
                .filter(fact -> fact.code().equals(code))
                .flatMap(fact -> fact.choices().stream())
                .max(Comparator.comparing(Facets.Choice::count))
                .orElseThrow()
                .slug();
    }

    private static List<ProductId> ids(SearchResult found) {
        return found.listing().products().stream().map(ProductSummary::id).toList();
    }

    private SearchResult find(String slug, String words, Locale locale) {
        return tenancy.call(tenant(slug), () -> search.search(SearchQuery.of(words, ListingQuery.all()), locale));
    }

    private SearchResult search(String slug, SearchQuery query) {
        return tenancy.call(tenant(slug), () -> search.search(query, Locale.ENGLISH));
    }

    private Tenant tenant(String slug) {
        return tenancy.findBySlug(slug).orElseThrow();
    }
}
