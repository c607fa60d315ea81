package dev.galleria.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Secrets;
import dev.galleria.tenancy.TenantId;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PreviewKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final TenantId TENANT = new TenantId(Ids.next());
    private static final ProductId PRODUCT = new ProductId(Ids.next());

    private static final UnaryOperator<String> SEAL =
            text -> Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(text));

    @Test
    void opensItsProductUntilItExpires() {
        var key = PreviewKey.of(TENANT, PRODUCT, NOW.plusSeconds(60), SEAL);

        assertThat(PreviewKey.open(TENANT, key, NOW, SEAL)).contains(PRODUCT);
        assertThat(PreviewKey.open(TENANT, key, NOW.plusSeconds(60), SEAL)).isEmpty();
    }

    @Test
    void opensNothingElse() {
        var key = PreviewKey.of(TENANT, PRODUCT, NOW.plusSeconds(60), SEAL);
        var other = new ProductId(Ids.next());

        assertThat(PreviewKey.open(new TenantId(Ids.next()), key, NOW, SEAL)).isEmpty();
        assertThat(PreviewKey.open(TENANT, key.replace(PRODUCT.toString(), other.toString()), NOW, SEAL))
                .isEmpty();
        assertThat(PreviewKey.open(TENANT, key.replaceFirst("\\.1", ".2"), NOW, SEAL))
                .isEmpty();
        assertThat(PreviewKey.open(TENANT, key + "x", NOW, SEAL)).isEmpty();
        assertThat(PreviewKey.open(TENANT, "", NOW, SEAL)).isEmpty();
    }
}
