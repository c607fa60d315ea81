package dev.galleria.catalog;

import dev.galleria.platform.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Categories show on every page: in the menu, on the way to a product, as a filter. */
@ApplicationScoped
class ForgetCategories implements EventHandler<CategoriesChanged> {
    @Inject
    CatalogCache cache;

    @Override
    public Class<CategoriesChanged> type() {
        return CategoriesChanged.class;
    }

    @Override
    public void handle(CategoriesChanged event) {
        cache.forgetAll();
    }
}
