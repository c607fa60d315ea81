package dev.galleria.exchange;

import dev.galleria.catalog.editing.Bulk;
import dev.galleria.catalog.editing.BulkWords;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.inventory.Inventory;
import dev.galleria.seller.Seller;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets the scene for reading or writing files of the current tenant. */
@ApplicationScoped
class Scenes {
    @Inject
    Bulk bulk;

    @Inject
    Sellers sellers;

    @Inject
    Inventory inventory;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    Scene of(Editor editor, @Nullable String category, @Nullable String seller) {
        var tenant = tenancy.current();
        var words = bulk.words();
        var known = sellers.list();
        Map<String, SellerId> bySlug = known.stream().collect(Collectors.toMap(Seller::slug, Seller::id));
        Map<SellerId, String> slugs = known.stream().collect(Collectors.toMap(Seller::id, Seller::slug));
        var warehouses = inventory.warehouses();
        return new Scene(
                editor,
                locales(tenant),
                tenant.currency(),
                words,
                bySlug,
                slugs,
                category,
                seller == null ? null : bySlug.get(seller),
                warehouses,
                columns(tenant, words, warehouses),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    Columns columns() {
        return columns(tenancy.current(), bulk.words(), inventory.warehouses());
    }

    private static Columns columns(Tenant tenant, BulkWords words, List<String> warehouses) {
        var texts = words.attributes().values().stream()
                .filter(attribute -> attribute.kind().equals("TEXT"))
                .map(BulkWords.Attribute::code)
                .collect(Collectors.toSet());
        return new Columns(locales(tenant), List.copyOf(words.attributes().keySet()), texts, warehouses);
    }

    private static List<String> locales(Tenant tenant) {
        var own = tenant.defaultLocale();
        return Stream.concat(Stream.of(own), tenant.locales().stream().filter(locale -> !locale.equals(own)))
                .map((Function<Locale, String>) Locale::toLanguageTag)
                .toList();
    }
}
