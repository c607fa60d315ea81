package dev.galleria.search;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Database;
import dev.galleria.platform.FailPoint;
import dev.galleria.platform.pages.SharedPages;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    private static final int LOADERS = 2;

    /** Tries, a second apart. */
    private static final int PATIENCE = 60;

    @Inject
    CatalogUnit unit;

    @Inject
    Editions editions;

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    @Inject
    SellerFacts sellers;

    @Inject
    Generations generations;

    @Inject
    SharedPages pages;

    /** Brings the documents of these products to what the rows say; a product without a row has no document. */
    void refresh(Collection<ProductId> products) {
        unit.ensure();
        sellers.keep();
        var ids = products.stream().map(ProductId::value).toList();
        editions.change(ids, edition -> write(edition, ids));
        changed();
    }

    /**
     * Builds all documents anew beside those that serve, and lets the new ones serve when they are those of all rows. Until
     * then, and if it fails, the shop goes on finding as before. One rebuild at a time on a node.
     */
    synchronized void rebuild() {
        long begin = System.nanoTime();
        unit.ensure();
        sellers.keep();
        int edition = editions.begin();
        try {
            build(edition);
            for (var changed = editions.takeChanged(PAGE); !changed.isEmpty(); changed = editions.takeChanged(PAGE)) {
                write(edition, changed);
            }
            await(edition);
        } catch (RuntimeException e) {
            editions.abandon(edition);
            throw e;
        }
        changed();
        long millis = Math.max(1, (System.nanoTime() - begin) / 1_000_000);
        LOG.info(() -> "Index of " + tenancy.current().slug() + " rebuilt: " + documents(edition) + " products in "
                + millis + " ms");
    }

    /** Takes the documents out that served before the last rebuild. */
    void clear() {
        editions.leftover().ifPresent(leftover -> {
            remove(leftover);
            editions.removed(leftover);
        });
    }

    /** Whether a rebuild runs, or ran until its node ended. */
    boolean building() {
        return editions.building();
    }

    /** Whether a rebuild was begun that nobody can be working at any more. */
    boolean cutOff() {
        return editions.cutOff();
    }

    /** Whether there are as many documents as rows. */
    boolean complete() {
        unit.ensure();
        return documents() == rows();
    }

    /** Whether there is no document at all, though there are rows: the index has been lost. */
    boolean lost() {
        return documents() == 0 && rows() > 0;
    }

    /** Products that a shopper can see. */
    long rows() {
        return database.call(sql -> sql.createQuery("SELECT count(*) FROM product_summary")
                .mapTo(long.class)
                .one());
    }

    private void changed() {
        generations.advance();
        pages.forgetShowing(List.of(Search.ANSWER));
    }

    private long documents() {
        return documents(editions.serving());
    }

    private long documents(int edition) {
        return unit.call(edition, session -> unit.bounded(
                        session.search(ProductDocument.class).where(predicate -> predicate.matchAll()))
                .fetchTotalHitCount());
    }

    private void build(int edition) {
        remove(edition);
        try {
            unit.mapping()
                    .scope(ProductDocument.class)
                    .massIndexer(Set.of(unit.identifier(edition)))
                    .purgeAllOnStart(false)
                    .threadsToLoadObjects(LOADERS)
                    .batchSizeToLoadObjects(PAGE)
                    .startAndWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The rebuild was cut off", e);
        }
    }

    /** Rows and documents differ as long as events of changed rows are on their way. */
    private void await(int edition) {
        for (int tries = 0; tries < PATIENCE; tries++) {
            if (editions.serve(edition, changed -> {
                write(edition, changed);
                long documents = documents(edition);
                return documents == rows() ? Optional.of(documents) : Optional.empty();
            })) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("The new index has " + documents(edition) + " products and not " + rows());
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The rebuild was cut off", e);
        }
    }

    /** Takes all documents of an edition out. */
    void remove(int edition) {
        unit.call(edition, session -> {
            var documents = session.workspace(ProductDocument.class);
            documents.purge();
            documents.flush();
            documents.refresh();
            return null;
        });
    }

    private void write(int edition, List<UUID> products) {
        // Few are waited for until they can be found; of many only the last.
        IndexingPlanSynchronizationStrategy wait =
                products.size() <= PAGE ? IndexingPlanSynchronizationStrategy.sync() : Index::written;
        for (int from = 0; from < products.size(); from += PAGE) {
            writePage(edition, products.subList(from, Math.min(products.size(), from + PAGE)), wait);
        }
        if (products.size() > PAGE) {
            unit.call(edition, session -> {
                var documents = session.workspace(ProductDocument.class);
                documents.flush();
                documents.refresh();
                return null;
            });
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

    private void writePage(int edition, List<UUID> products, IndexingPlanSynchronizationStrategy wait) {
        unit.call(edition, session -> {
            session.indexingPlanSynchronizationStrategy(wait);
            var found =
                    session.toOrmSession().byMultipleIds(ProductDocument.class).multiLoad(products);
            var plan = session.indexingPlan();
            for (int i = 0; i < products.size(); i++) {
                if (found.get(i) == null) {
                    plan.purge(ProductDocument.class, products.get(i), null);
                } else {
                    plan.addOrUpdate(found.get(i));
                }
            }
            FailPoint.hit("index.batch.mid");
            plan.execute();
            return null;
        });
    }
}
