package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.catalog.SummaryRebuild;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.PlainRequest;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.search.signals.Signals;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page of search results is drawn once for many, counts for each of them, and follows the index. */
class KeptSearchPageIT extends InApplication {
    private static final Pattern CARD = Pattern.compile("class=\"card__link\" href=\"([^\"]*)\"");
    private static final Pattern DEPARTMENT = Pattern.compile("href=\"([^\"]*category=[^\"]*)\"[^>]*>([^<]*)<");

    @Inject
    Search search;

    @Inject
    SummaryRebuild summaries;

    @Inject
    Signals signals;

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @BeforeEach
    void ready() {
        Ready.await();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> find("gearhub", "laptop").size() > 1
                        && !find("greenmarket", "honey").isEmpty());
    }

    @Test
    void countsForEachWhoGetsIt() {
        for (int view = 0; view < 3; view++) {
            assertThat(PlainRequest.get("gearhub", "/search?q=laptop%20bag")).startsWith("HTTP/1.1 200");
        }

        assertThat(asked("gearhub", "laptop bag")).isEqualTo(3);
        assertThat(asked("greenmarket", "laptop bag")).isZero();
    }

    @Test
    void followsWhatIsFoundThoughItDidNotShowIt() {
        var hidden = find("gearhub", "laptop").get(0);
        var elsewhere = find("greenmarket", "honey").get(0);
        state(hidden, "DRAFT");
        try {
            awaitShown(hidden, false);
            var kept = links("greenmarket", elsewhere.title());
            state(hidden, "ACTIVE");

            awaitShown(hidden, true);
            assertThat(links("greenmarket", elsewhere.title())).isEqualTo(kept).contains("/p/" + elsewhere.slug());
        } finally {
            state(hidden, "ACTIVE");
        }
    }

    @Test
    void namesTheChosenDepartmentAmongTheFilters() {
        var found = DEPARTMENT.matcher(PlainRequest.get("gearhub", "/search?q=laptop"));
        assertThat(found.find()).isTrue();

        var narrowed = PlainRequest.get("gearhub", found.group(1).replace("&amp;", "&"));

        assertThat(narrowed)
                .contains("class=\"chip\"")
                .contains("<span>" + found.group(2).strip() + "</span>");
        assertThat(PlainRequest.get("greenmarket", "/search?q=honey")).doesNotContain("class=\"chip\"");
    }

    /** In less than pages are kept: it was forgotten, not outlived. */
    private void awaitShown(ProductSummary product, boolean shown) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> assertThat(links("gearhub", product.title()).contains("/p/" + product.slug()))
                                .isEqualTo(shown));
    }

    private static List<String> links(String slug, String words) {
        return CARD.matcher(PlainRequest.get(slug, "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private int asked(String slug, String words) {
        return tenancy.call(tenant(slug), () -> {
            signals.write();
            return database.call(
                    sql -> sql.createQuery("SELECT coalesce(sum(asked), 0) FROM search_term WHERE words = ?")
                            .bind(0, words)
                            .mapTo(int.class)
                            .one());
        });
    }

    private void state(ProductSummary product, String state) {
        tenancy.run(tenant("gearhub"), () -> {
            database.call(sql -> sql.execute(
                    "UPDATE product SET state = ? WHERE id = ?",
                    state,
                    product.id().value()));
            summaries.rebuild(List.of(product.id()));
        });
    }

    private List<ProductSummary> find(String slug, String words) {
        return tenancy.call(tenant(slug), () -> search.search(SearchQuery.of(words, ListingQuery.all()), Locale.ENGLISH)
                .listing()
                .products());
    }

    private Tenant tenant(String slug) {
        return tenancy.findBySlug(slug).orElseThrow();
    }
}
