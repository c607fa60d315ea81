package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.tenancy.Tenancy;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.search.util.common.SearchException;
import org.junit.jupiter.api.Test;

class OpenSearchAwayTest {
    private final Tenancy tenancy = new Tenancy();

    @Test
    void startsWithoutItAndSoonStopsAsking() throws IOException {
        var uri = "http://127.0.0.1:" + freePort();
        var engine = engine(uri);
        try (var factory = TestIndex.factory(engine)) {
            var unit = TestIndex.unit(engine, factory);

            assertThatThrownBy(unit::ensure).isInstanceOf(UncheckedIOException.class);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> count(unit)).isInstanceOf(SearchException.class);
            }
            assertThatThrownBy(() -> count(unit)).isInstanceOf(CallNotPermittedException.class);
        }
    }

    @Test
    void doesNotWaitLongForOneThatSaysNothing() throws IOException {
        // Connections are accepted by the system, and nobody reads what they say.
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var engine = engine("http://127.0.0.1:" + silent.getLocalPort());
            try (var factory = TestIndex.factory(engine)) {
                var unit = TestIndex.unit(engine, factory);
                long begin = System.nanoTime();

                assertThatThrownBy(unit::ensure).isInstanceOf(UncheckedIOException.class);
                assertThatThrownBy(() -> count(unit)).isInstanceOf(SearchException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    private long count(CatalogUnit unit) {
        return tenancy.call(
                TestIndex.tenant("one"),
                () -> unit.call(session -> unit.bounded(
                                session.search(ProductDocument.class).where(make -> make.matchAll()))
                        .fetchTotalHitCount()));
    }

    private static Engine engine(String uri) {
        return new OpenSearchEngine(new OpenSearchAddress(uri, Optional.empty(), "", "away"), 1);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
