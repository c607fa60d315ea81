package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchIT extends InApplication {
    @Inject
    Search search;

    @Inject
    Index index;

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @BeforeEach
    void indexed() {
        Ready.await();
        for (var slug : new String[] {"atelier", "gearhub"}) {
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
