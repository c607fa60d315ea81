package dev.galleria.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
        var elsewhere = page("greenmarket", "/p/" + other.slug());
        assertThat(page("gearhub", "/p/" + product.slug())).doesNotContain(shown);
        assertThat(page("gearhub", "/")).contains(product.slug()).doesNotContain(shown);
        tenancy.run(
                tenancy.findBySlug("gearhub").orElseThrow(), () -> catalog.rated(product.id(), 4L * ratings, ratings));

        // Well before the pages would have been forgotten anyway.
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(page("gearhub", "/p/" + product.slug())).contains(shown);
            assertThat(page("gearhub", "/")).contains(shown);
        });
        assertThat(page("greenmarket", "/p/" + other.slug())).hasSameSizeAs(elsewhere);
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

    private static String page(String slug, String path) {
        try (var socket = new Socket("127.0.0.1", Ready.port())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + slug + ".localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
