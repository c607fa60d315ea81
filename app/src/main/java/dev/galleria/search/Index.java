package dev.galleria.search;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Keeps the current tenant's documents like its rows. Every step may be repeated. */
@ApplicationScoped
class Index {
    private static final int PAGE = 200;

    @Inject
    CatalogUnit unit;

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    /** Brings the documents of these products to what the rows say; a product without a row has no document. */
    void refresh(Collection<ProductId> products) {
        var ids = List.copyOf(products);
        for (int from = 0; from < ids.size(); from += PAGE) {
            refreshPage(ids.subList(from, Math.min(ids.size(), from + PAGE)));
        }
    }

    /** Builds all documents of the tenant anew. */
    void rebuild() {
        try {
            unit.mapping()
                    .scope(ProductDocument.class)
                    .massIndexer(Set.of(tenancy.current().id().toString()))
                    .threadsToLoadObjects(2)
                    .batchSizeToLoadObjects(200)
                    .startAndWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The rebuild was cut off", e);
        }
    }

    /** Whether there are as many documents as rows. */
    boolean complete() {
        long rows = database.call(sql -> sql.createQuery("SELECT count(*) FROM product_summary")
                .mapTo(long.class)
                .one());
        return rows
                == unit.call(session -> session.search(ProductDocument.class)
                        .where(predicate -> predicate.matchAll())
                        .fetchTotalHitCount());
    }

    private void refreshPage(List<ProductId> products) {
        unit.call(session -> {
            var found = session.toOrmSession()
                    .byMultipleIds(ProductDocument.class)
                    .multiLoad(products.stream().map(ProductId::value).toList());
            var plan = session.indexingPlan();
            for (int i = 0; i < products.size(); i++) {
                if (found.get(i) == null) {
                    plan.purge(ProductDocument.class, products.get(i).value(), null);
                } else {
                    plan.addOrUpdate(found.get(i));
                }
            }
            plan.execute();
            return null;
        });
    }
}
