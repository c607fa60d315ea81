package dev.galleria.catalog;

import dev.galleria.platform.cluster.Cache;
import dev.galleria.platform.cluster.Caches;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of the catalog, by tenant. Product pages are forgotten one by one; whatever shows several products
 * (listings, the tree with its counts) is forgotten together, since any product may move in or out of it.
 */
@ApplicationScoped
class CatalogCache {
    @Inject
    Caches caches;

    @Inject
    Tenancy tenancy;

    private Cache pages;
    private Cache lists;

    @PostConstruct
    void open() {
        pages = caches.named("catalog", Duration.ofHours(1), 20_000);
        lists = caches.named("catalog-lists", Duration.ofMinutes(10), 5_000);
    }

    <T> @Nullable T page(String slug, Locale locale, Class<T> type, Supplier<@Nullable T> loader) {
        return pages.get(scope(), page(slug, locale), type, loader);
    }

    <T> T list(String key, Locale locale, Class<T> type, Supplier<T> loader) {
        return lists.get(scope(), key + '|' + locale.toLanguageTag(), type, loader);
    }

    void forget(Collection<String> slugs) {
        for (var slug : slugs) {
            for (var locale : tenancy.current().locales()) {
                pages.forget(scope(), page(slug, locale));
            }
        }
        lists.forgetAll(scope());
    }

    void forgetAll() {
        pages.forgetAll(scope());
        lists.forgetAll(scope());
    }

    private static String page(String slug, Locale locale) {
        return slug + '|' + locale.toLanguageTag();
    }

    private String scope() {
        return tenancy.current().id().toString();
    }
}
