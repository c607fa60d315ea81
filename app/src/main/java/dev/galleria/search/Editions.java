package dev.galleria.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galleria.platform.Database;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The current tenant's editions of documents: one serves, another may be growing beside it. The database says which, so that
 * nodes that share an index agree, and the documents of a lost index are not taken for another's.
 */
@ApplicationScoped
class Editions {
    /** Nodes learn so late at most which edition serves; the one before is kept longer. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final Duration LEFT_OVER = Duration.ofMinutes(1);

    /** A million products need some minutes. */
    private static final Duration LONGEST_BUILD = Duration.ofHours(1);

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    private final Cache<TenantId, Integer> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(10_000).build();

    /** As the database has it. */
    public record State(int serving, @Nullable Integer building) {}

    /** The edition that serves, as it was at most ten seconds ago. */
    int serving() {
        return known.get(
                tenancy.current().id(),
                id -> database.call(sql -> sql.createQuery("SELECT serving FROM search_edition")
                        .mapTo(int.class)
                        .one()));
    }

    /** Changes documents of the edition that serves; no other begins to serve meanwhile, and one being built learns of it. */
    @Transactional
    void change(Collection<UUID> products, IntConsumer work) {
        var state = locked("FOR SHARE");
        work.accept(state.serving());
        if (state.building() != null) {
            database.call(sql -> sql.createUpdate(
                            "INSERT INTO search_changed (product_id) SELECT unnest(:products) ON CONFLICT DO NOTHING")
                    .bindArray("products", UUID.class, products)
                    .execute());
        }
    }

    /** Begins the next edition and says which; what an earlier attempt has left is forgotten. */
    @Transactional
    int begin() {
        int next = locked("FOR UPDATE").serving() + 1;
        return database.call(sql -> {
            sql.execute("DELETE FROM search_changed");
            sql.execute("UPDATE search_edition SET building = ?, began_at = now()", next);
            return next;
        });
    }

    /** Takes some of the products that have changed since the edition was begun; none if it knows of all changes. */
    @Transactional
    List<UUID> takeChanged(int most) {
        return database.call(sql -> sql.createQuery(
                        """
                        DELETE FROM search_changed WHERE product_id IN (
                            SELECT product_id FROM search_changed LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING product_id""")
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Has the edition serve if it is whole, which is asked while no document can change. False if another was begun. */
    @Transactional
    boolean serve(int edition, Whole whole) {
        var state = locked("FOR UPDATE");
        if (state.building() == null || state.building() != edition) {
            return false;
        }
        var products = whole.products(takeChanged(Integer.MAX_VALUE));
        if (products.isEmpty()) {
            return false;
        }
        database.call(sql -> sql.execute(
                """
                UPDATE search_edition
                   SET serving = building, building = NULL, served_at = clock_timestamp(), products = ?, leftover = true""",
                products.get()));
        known.put(tenancy.current().id(), edition);
        return true;
    }

    /** Brings the last changes in and counts. */
    interface Whole {
        /** How many products the edition has; empty if they are not those that shoppers can see. */
        Optional<Long> products(List<UUID> changed);
    }

    /** Gives the edition up. */
    @Transactional
    void abandon(int edition) {
        database.call(sql -> sql.execute("UPDATE search_edition SET building = NULL WHERE building = ?", edition));
    }

    /** Whether one is being built, or was until its node ended. */
    boolean building() {
        return begunBefore(Duration.ZERO);
    }

    /** Whether one was begun so long ago that nobody can be building it any more. */
    boolean cutOff() {
        return begunBefore(LONGEST_BUILD);
    }

    private boolean begunBefore(Duration age) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT building IS NOT NULL AND began_at <= now() - :age * interval '1 second'
                          FROM search_edition""")
                .bind("age", age.toSeconds())
                .mapTo(boolean.class)
                .one());
    }

    /** The edition that served before, once no node asks it any more. It may be told again until it is {@link #removed}. */
    Optional<Integer> leftover() {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT serving - 1 FROM search_edition
                         WHERE leftover AND served_at < now() - :age * interval '1 second'""")
                .bind("age", LEFT_OVER.toSeconds())
                .mapTo(Integer.class)
                .findOne());
    }

    /** The edition before that one is no longer in the index. */
    void removed(int leftover) {
        database.call(sql ->
                sql.execute("UPDATE search_edition SET leftover = false WHERE serving = ? AND leftover", leftover + 1));
    }

    private State locked(String lock) {
        return database.call(sql -> sql.createQuery("SELECT serving, building FROM search_edition " + lock)
                .mapTo(State.class)
                .one());
    }
}
