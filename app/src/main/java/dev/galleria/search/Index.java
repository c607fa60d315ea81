package dev.galleria.search;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategyConfigurationContext;

/** Keeps the current tenant's documents like its rows. Every step may be repeated. */
@ApplicationScoped
class Index {
    private static final Logger LOG = Logger.getLogger(Index.class.getName());
    private static final int PAGE = 200;

    @Inject
    CatalogUnit unit;

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    @Inject
    SellerFacts sellers;

    @Inject
    Generations generations;

    /** Brings the documents of these products to what the rows say; a product without a row has no document. */
    void refresh(Collection<ProductId> products) {
        sellers.keep();
        var ids = List.copyOf(products);
        // Few are waited for until they can be found; of many only the last.
        IndexingPlanSynchronizationStrategy wait =
                ids.size() <= PAGE ? IndexingPlanSynchronizationStrategy.sync() : Index::written;
        for (int from = 0; from < ids.size(); from += PAGE) {
            refreshPage(ids.subList(from, Math.min(ids.size(), from + PAGE)), wait);
        }
        if (ids.size() > PAGE) {
            unit.call(session -> {
                var documents = session.workspace(ProductDocument.class);
                documents.flush();
                documents.refresh();
                return null;
            });
        }
        generations.advance();
    }

    /**
     * Brings all documents to what the rows say, page by page, so that the shop goes on finding meanwhile. Only documents
     * without a row need more: then everything is taken out first. One rebuild at a time on a node.
     */
    synchronized void rebuild() {
        long begin = System.nanoTime();
        long rows = rows();
        if (documents() > rows()) {
            sellers.keep();
            buildAnew();
            generations.advance();
        } else {
            refresh(database.call(sql -> sql.createQuery("SELECT product_id FROM product_summary ORDER BY product_id")
                    .mapTo(UUID.class)
                    .map(ProductId::new)
                    .list()));
        }
        long millis = Math.max(1, (System.nanoTime() - begin) / 1_000_000);
        LOG.info(() -> "Index of " + tenancy.current().slug() + " rebuilt: " + rows + " products in " + millis + " ms");
    }

    /** Whether there are as many documents as rows. */
    boolean complete() {
        return documents() == rows();
    }

    /** Products that a shopper can see. */
    long rows() {
        return database.call(sql -> sql.createQuery("SELECT count(*) FROM product_summary")
                .mapTo(long.class)
                .one());
    }

    private long documents() {
        return unit.call(session -> session.search(ProductDocument.class)
                .where(predicate -> predicate.matchAll())
                .fetchTotalHitCount());
    }

    private void buildAnew() {
        try {
            unit.mapping()
                    .scope(ProductDocument.class)
                    .massIndexer(Set.of(tenancy.current().id().toString()))
                    .threadsToLoadObjects(2)
                    .batchSizeToLoadObjects(PAGE)
                    .startAndWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The rebuild was cut off", e);
        }
    }

    /** Waits until documents are written, not until they are safe on disk and can be found. */
    private static void written(IndexingPlanSynchronizationStrategyConfigurationContext context) {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(written -> written.join().throwable().ifPresent(cause -> {
            throw new IllegalStateException("Documents could not be written", cause);
        }));
    }

    private void refreshPage(List<ProductId> products, IndexingPlanSynchronizationStrategy wait) {
        unit.call(session -> {
            session.indexingPlanSynchronizationStrategy(wait);
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
