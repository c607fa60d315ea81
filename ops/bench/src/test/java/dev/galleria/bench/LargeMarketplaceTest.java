package dev.galleria.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeMarketplaceTest {
    private static final Path MODEL = Path.of("../../tenants/atelier");

    @TempDir
    Path directory;

    @Test
    void hasSoManyProductsThatAllFilesAgreeOn() throws IOException {
        var marketplace = new LargeMarketplace(MODEL, directory, 4_000);
        marketplace.write();

        var handles = new HashSet<>(marketplace.column("products", "handle"));
        assertThat(handles).hasSize(4_000);
        assertThat(handles)
                .containsExactlyInAnyOrderElementsOf(new HashSet<>(marketplace.column("variants", "handle")));
        var skus = marketplace.column("variants", "sku");
        assertThat(skus).doesNotHaveDuplicates();
        assertThat(new HashSet<>(marketplace.column("offers", "sku"))).isEqualTo(new HashSet<>(skus));
        assertThat(skus).containsAll(marketplace.column("order_lines", "sku"));
        assertThat(marketplace.column("brands", "slug")).containsAll(marketplace.column("products", "brand"));
        assertThat(marketplace.column("sellers", "slug")).containsAll(marketplace.column("offers", "seller"));
    }

    @Test
    void leavesOutOrdersOfProductsThatItDoesNotHave() throws IOException {
        var marketplace = new LargeMarketplace(MODEL, directory, 300);
        marketplace.write();

        assertThat(marketplace.column("variants", "sku")).containsAll(marketplace.column("order_lines", "sku"));
        assertThat(marketplace.column("order_lines", "ref")).containsAll(marketplace.column("orders", "ref"));
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        var one = new LargeMarketplace(MODEL, directory.resolve("one"), 2_000);
        var two = new LargeMarketplace(MODEL, directory.resolve("two"), 2_000);
        one.write();
        two.write();

        for (var file : new String[] {"products.csv", "variants.csv", "offers.csv", "tenant.yaml"}) {
            assertThat(Files.mismatch(one.own().resolve(file), two.own().resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }
}
