package dev.galleria.catalog;

import dev.galleria.platform.cluster.Cache;
import dev.galleria.platform.cluster.Caches;
import dev.galleria.platform.cluster.NearCache;
import dev.galleria.platform.pages.SharedPages;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of the catalog, by tenant. Product pages are forgotten one by one, and so are listings that show a
 * changed product; a product that moves into a long listing may come {@link #LISTING} late. The tree, brands and facts are
 * forgotten when they change or their products have been counted anew.
 */
@ApplicationScoped
class CatalogCache {
    private static final Duration LISTING = Duration.ofSeconds(15);
    /** Listings of fewer products are always read again after a change: that is cheap, and newcomers show at once. */
    private static final int SHORT = 1_000;

    @Inject
    Caches caches;

    @Inject
    SharedPages shared;

    @Inject
    Tenancy tenancy;

    private Cache pages;
    private Cache navigation;
    private NearCache<Listing> listings;

    @PostConstruct
    void open() {
        pages = caches.named("catalog", Duration.ofHours(1), 20_000);
        navigation = caches.named("catalog-navigation", Duration.ofMinutes(10), 5_000);
        listings = caches.near("catalog-listings", LISTING, 5_000, CatalogCache::shows);
    }

    <T> @Nullable T page(String slug, Locale locale, Class<T> type, Supplier<@Nullable T> loader) {
        return pages.get(scope(), page(slug, locale), type, loader);
    }

    /** The tree, brands, facts: what leads to products. */
    <T> T navigation(String key, Locale locale, Class<T> type, Supplier<T> loader) {
        return navigation.get(scope(), key + '|' + locale.toLanguageTag(), type, loader);
    }

    Listing listing(ListingQuery query, Locale locale, Supplier<Listing> loader) {
        return listings.get(scope(), query + "|" + locale.toLanguageTag(), loader);
    }

    /** Forgets products, at all addresses that they have or had, and the listings that show them. */
    void forget(Collection<ProductId> products, Collection<String> slugs) {
        for (var slug : slugs) {
            for (var locale : tenancy.current().locales()) {
                pages.forget(scope(), page(slug, locale));
            }
        }
        var ids = products.stream().map(id -> id.value().toString()).toList();
        listings.forgetShowing(scope(), ids);
        shared.forgetShowing(ids);
    }

    void forgetNavigation() {
        navigation.forgetAll(scope());
    }

    void forgetAll() {
        pages.forgetAll(scope());
        navigation.forgetAll(scope());
        listings.forgetAll(scope());
        shared.forgetAll();
    }

    private static boolean shows(Listing listing, Set<String> products) {
        return listing.total() <= SHORT
                || listing.products().stream()
                        .anyMatch(shown -> products.contains(shown.id().value().toString()));
    }

    private static String page(String slug, Locale locale) {
        return slug + '|' + locale.toLanguageTag();
    }

    private String scope() {
        return tenancy.current().id().toString();
    }
}
