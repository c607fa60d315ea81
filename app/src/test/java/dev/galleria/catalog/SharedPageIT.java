package dev.galleria.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.PlainRequest;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that is kept for many is drawn anew when a product on it changes, and only that tenant's. */
class SharedPageIT extends InApplication {
    @Inject
    Catalog catalog;

    @Inject
    Tenancy tenancy;

    @Inject
    Database database;

    @BeforeEach
    void ready() {
        Ready.await();
    }

    @Test
    void followsItsProducts() {
        awaitQuiet("gearhub");
        var product = first("gearhub");
        var other = first("greenmarket");
        int ratings = product.ratingCount() + 1_000;
        var shown = String.format(Locale.ENGLISH, "%,d", ratings);
        var elsewhere = PlainRequest.get("greenmarket", "/p/" + other.slug());
        assertThat(PlainRequest.get("gearhub", "/p/" + product.slug())).doesNotContain(shown);
        assertThat(PlainRequest.get("gearhub", "/")).contains(product.slug()).doesNotContain(shown);
        tenancy.run(
                tenancy.findBySlug("gearhub").orElseThrow(), () -> catalog.rated(product.id(), 4L * ratings, ratings));

        // Well before the pages would have been forgotten anyway.
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(PlainRequest.get("gearhub", "/p/" + product.slug())).contains(shown);
            assertThat(PlainRequest.get("gearhub", "/")).contains(shown);
        });
        assertThat(PlainRequest.get("greenmarket", "/p/" + other.slug())).hasSameSizeAs(elsewhere);
    }

    /** What the start of the marketplace has left to do is done. */
    private void awaitQuiet(String slug) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> tenancy.call(
                        tenancy.findBySlug(slug).orElseThrow(),
                        () -> database.call(
                                sql -> sql.createQuery("SELECT count(*) = 0 FROM outbox WHERE sent_at IS NULL")
                                        .mapTo(boolean.class)
                                        .one())));
    }

    private ProductSummary first(String slug) {
        return tenancy.call(
                tenancy.findBySlug(slug).orElseThrow(), () -> catalog.list(ListingQuery.all(), Locale.ENGLISH)
                        .products()
                        .get(0));
    }
}
