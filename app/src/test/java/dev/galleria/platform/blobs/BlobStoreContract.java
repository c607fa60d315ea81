package dev.galleria.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of blobs does. */
abstract class BlobStoreContract {
    private static final BlobName NAME = new BlobName("one", "masters/a.jpg");

    abstract BlobStore store();

    @Test
    void givesBackWhatWasPut() throws Exception {
        var content = new byte[200_000];
        new java.util.Random(7).nextBytes(content);

        store().put(NAME, content, "image/jpeg");

        try (var blob = store().find(NAME).orElseThrow()) {
            assertThat(blob.length()).isEqualTo(content.length);
            assertThat(blob.bytes()).isEqualTo(content);
        }
        assertThat(store().exists(NAME)).isTrue();
    }

    @Test
    void replacesWhatWasThere() {
        store().put(NAME, text("before"), "image/jpeg");
        store().put(NAME, text("after"), "image/jpeg");

        assertThat(read(NAME)).isEqualTo("after");
    }

    @Test
    void hasNothingThatWasNotPut() {
        var other = new BlobName("one", "masters/nothing.jpg");

        assertThat(store().find(other)).isEmpty();
        assertThat(store().exists(other)).isFalse();
        store().delete(other);
    }

    @Test
    void forgetsWhatIsDeleted() {
        var name = new BlobName("one", "thumb/b.webp");
        store().put(name, text("x"), "image/webp");

        store().delete(name);
        store().delete(name);

        assertThat(store().exists(name)).isFalse();
        assertThat(store().find(name)).isEmpty();
    }

    @Test
    void keepsScopesApart() {
        store().put(new BlobName("one", "card/c.webp"), text("of one"), "image/webp");
        store().put(new BlobName("two", "card/c.webp"), text("of two"), "image/webp");

        assertThat(read(new BlobName("one", "card/c.webp"))).isEqualTo("of one");
        store().delete(new BlobName("two", "card/c.webp"));
        assertThat(read(new BlobName("one", "card/c.webp"))).isEqualTo("of one");
    }

    @Test
    void keepsAnEmptyBlob() {
        store().put(NAME, new byte[0], "image/jpeg");

        assertThat(read(NAME)).isEmpty();
    }

    @Test
    void showsTheOldOrTheNewToWhoeverReadsMeanwhile() throws Exception {
        var name = new BlobName("one", "masters/race.jpg");
        store().put(name, filled(0), "image/jpeg");
        var pool = Executors.newFixedThreadPool(4);
        try {
            var work = IntStream.range(0, 24)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        if (i % 3 == 0) {
                            store().put(name, filled(i), "image/jpeg");
                            return true;
                        }
                        try (var blob = store().find(name).orElseThrow()) {
                            var seen = blob.bytes();
                            return Arrays.equals(seen, filled(seen[0]));
                        }
                    })
                    .toList();
            for (var done : pool.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "../two/a.jpg", "a/../b", "/etc/passwd", "a//b", "a\\b", ".hidden", "A", "a\0b", "a/b/c/d/e"
            })
    void hasNoNameThatLeadsElsewhere(String path) {
        assertThatThrownBy(() -> new BlobName("one", path)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BlobName("../one", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    private String read(BlobName name) {
        try (var blob = store().find(name).orElseThrow()) {
            return new String(blob.bytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] filled(int value) {
        var bytes = new byte[100_000];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
