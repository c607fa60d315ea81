package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebuildIT extends InApplication {
    private static final int MANY = 200;

    @Inject
    Search search;

    @Inject
    Index index;

    @Inject
    Editions editions;

    @Inject
    Generations generations;

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @BeforeEach
    void indexed() {
        Ready.await();
        for (var slug : new String[] {"atelier", "gearhub"}) {
            Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> in(slug, index::complete));
        }
    }

    @Test
    void shoppersFindEverythingWhileTheNextEditionIsBuilt() throws Exception {
        int before = in("atelier", editions::serving);
        int other = in("gearhub", editions::serving);
        int total = found("atelier");

        var rebuilt = CompletableFuture.runAsync(() -> in("atelier", () -> {
            index.rebuild();
            return null;
        }));
        while (!rebuilt.isDone()) {
            assertThat(found("atelier")).isEqualTo(total);
        }
        rebuilt.get();

        assertThat(found("atelier")).isEqualTo(total);
        assertThat(in("atelier", editions::serving)).isGreaterThan(before);
        assertThat(in("gearhub", editions::serving)).isEqualTo(other);
        assertThat(in("gearhub", index::complete)).isTrue();
    }

    @Test
    void whatChangesMeanwhileIsBroughtIntoTheNextEdition() {
        var product = new ProductId(in(
                "atelier",
                () -> database.call(
                        sql -> sql.createQuery("SELECT product_id FROM product_summary ORDER BY product_id LIMIT 1")
                                .mapTo(UUID.class)
                                .one())));
        int edition = in("atelier", editions::begin);
        try {
            in("atelier", () -> {
                index.refresh(List.of(product));
                return null;
            });

            assertThat(in("atelier", () -> editions.takeChanged(MANY))).contains(product.value());
            assertThat(in("gearhub", () -> editions.takeChanged(MANY))).isEmpty();
        } finally {
            abandon(edition);
        }
    }

    @Test
    void anEditionThatIsNotWholeDoesNotServe() {
        int before = in("atelier", editions::serving);
        int edition = in("atelier", editions::begin);
        try {
            assertThat(in("atelier", () -> editions.serve(edition, changed -> Optional.empty())))
                    .isFalse();
            assertThat(in("atelier", () -> editions.serve(edition + 1, changed -> Optional.of(1L))))
                    .isFalse();
            assertThat(in("atelier", editions::serving)).isEqualTo(before);
        } finally {
            abandon(edition);
        }
    }

    @Test
    void documentsThatAreLostAreNoticedAndTheShopListsItsProductsMeanwhile() {
        int total = found("gearhub");
        int serving = in("gearhub", editions::serving);

        in("gearhub", () -> {
            index.remove(serving);
            generations.advance(); // what was found before is not asked of the index again
            return null;
        });
        var reduced = in("gearhub", () -> search.search(SearchQuery.of("", ListingQuery.all()), Locale.ENGLISH));
        assertThat(reduced.reduced()).isTrue();
        assertThat(reduced.listing().total()).isEqualTo(total);
        assertThat(in("gearhub", index::complete)).isFalse();

        in("gearhub", () -> {
            index.rebuild();
            return null;
        });
        assertThat(found("gearhub")).isEqualTo(total);
        assertThat(in("gearhub", index::complete)).isTrue();
    }

    private void abandon(int edition) {
        in("atelier", () -> {
            editions.abandon(edition);
            return null;
        });
    }

    private int found(String slug) {
        return in(slug, () -> search.search(SearchQuery.of("", ListingQuery.all()), Locale.ENGLISH))
                .listing()
                .total();
    }

    private <T> T in(String slug, Supplier<T> work) {
        return tenancy.call(tenant(slug), work::get);
    }

    private Tenant tenant(String slug) {
        return tenancy.findBySlug(slug).orElseThrow();
    }
}
