package dev.galleria.tenancy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Tenants for tests, made the way a customer's is. */
public final class TenantFixture {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TenantFixture() {}

    public static String freshSlug() {
        return "it-" + Long.toString(System.nanoTime(), 36) + COUNT.incrementAndGet();
    }

    /** An open, empty marketplace in euros, prices with tax. */
    public static Tenant create(Tenancy tenancy, String slug) {
        var wish = new NewTenant(
                slug,
                "Test " + slug,
                "starter",
                "atelier",
                "EUR",
                "DE",
                List.of("en", "de"),
                true,
                Map.of(),
                "shop@example.com");
        return tenancy.open(tenancy.create(wish, step -> {}));
    }
}
