package dev.galleria.catalog;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Secrets;
import dev.galleria.tenancy.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Opens one product's page before it is published, to whoever has the link, until it expires: {@code <product>.<seconds since
 * 1970>.<HMAC>}.
 */
public final class PreviewKey {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,11})\\.([A-Za-z0-9_-]{43})");

    private PreviewKey() {}

    public static String of(TenantId tenant, ProductId product, Instant expires) {
        return of(tenant, product, expires, PreviewKey::seal);
    }

    /** The product that the key opens at that moment; empty for a key that is forged, of another tenant, or too old. */
    static Optional<ProductId> open(TenantId tenant, String key, Instant now) {
        return open(tenant, key, now, PreviewKey::seal);
    }

    static String of(TenantId tenant, ProductId product, Instant expires, UnaryOperator<String> seal) {
        var what = product + "." + expires.getEpochSecond();
        return what + "." + seal.apply(tenant + ":" + what);
    }

    static Optional<ProductId> open(TenantId tenant, String key, Instant now, UnaryOperator<String> seal) {
        var form = FORM.matcher(key);
        if (!form.matches() || Long.parseLong(form.group(2)) <= now.getEpochSecond()) {
            return Optional.empty();
        }
        var what = form.group(1) + "." + form.group(2);
        return Secrets.same(form.group(3), seal.apply(tenant + ":" + what))
                ? Ids.parse(form.group(1)).map(ProductId::new)
                : Optional.empty();
    }

    private static String seal(String what) {
        return Secrets.derive("catalog.preview", what);
    }
}
