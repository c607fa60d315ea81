package dev.galleria.search;

import dev.galleria.catalog.SummariesChanged;
import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How the current tenant's index is, for those who look after it. */
@ApplicationScoped
public class IndexState {
    private static final Logger LOG = Logger.getLogger(IndexState.class.getName());

    @Inject
    CatalogUnit unit;

    @Inject
    Database database;

    @Inject
    RebuildIndex rebuild;

    /** Changes that have not reached the index yet, and the age of the oldest in seconds. */
    public record Waiting(long changes, long seconds) {}

    /** Products that shoppers can see. */
    public long products() {
        return database.call(sql -> sql.createQuery("SELECT count(*) FROM product_summary")
                .mapTo(long.class)
                .one());
    }

    /** Products in the index; -1 while it cannot be asked. */
    public long documents() {
        try {
            return unit.call(session -> unit.bounded(
                            session.search(ProductDocument.class).where(make -> make.matchAll()))
                    .fetchTotalHitCount());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The index cannot be asked", e);
            return -1;
        }
    }

    public Waiting waiting() {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT count(*) AS changes, coalesce(extract(epoch FROM now() - min(created_at)), 0)::bigint AS seconds
                          FROM outbox WHERE sent_at IS NULL AND type = :type""")
                .bind("type", SummariesChanged.class.getName())
                .mapTo(Waiting.class)
                .one());
    }

    /** Has all documents written anew by a job; shoppers go on finding meanwhile. Repeating it costs time only. */
    public void rebuild() {
        rebuild.enqueue(RebuildIndex.ALWAYS);
    }
}
