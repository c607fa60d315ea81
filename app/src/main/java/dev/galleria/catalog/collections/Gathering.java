package dev.galleria.catalog.collections;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.SummariesChanged;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.seller.Seller;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Keeps collections up with their rules and with the products, and tells the index what came and went. Repeating is safe. */
@ApplicationScoped
@Transactional
public class Gathering {
    /** So many products fit one event. */
    private static final int BATCH = 100;

    /** When more than so many came or went, the index is quicker built as a whole. */
    private static final int MANY = 5_000;

    @Inject
    Database database;

    @Inject
    Sellers sellers;

    @Inject
    Tenancy tenancy;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Gathers one rule's products anew. */
    public void refill(CollectionId collection) {
        tell(in(members -> members.refill(collection.value())));
    }

    /** Keeps all rules up with products whose read model is new. */
    public void follow(List<ProductId> products) {
        tell(in(members -> members.follow(products)));
    }

    /** Every product's read model is new: all rules are to be gathered anew, by the tick. */
    public void allDue() {
        database.call(sql -> sql.execute("UPDATE collection SET due = true WHERE rule IS NOT NULL AND NOT due"));
    }

    /** Gathers one rule anew that is due, or that time alone may have changed in the last minute; false if there is none. */
    public boolean refillNext() {
        var next = database.call(sql -> sql.createQuery(
                        """
                        SELECT id FROM collection
                         WHERE due OR by_age AND (built_at IS NULL OR built_at < now() - interval '1 minute')
                         ORDER BY due DESC, built_at NULLS FIRST LIMIT 1""")
                .mapTo(UUID.class)
                .map(CollectionId::new)
                .findOne());
        next.ifPresent(this::refill);
        return next.isPresent();
    }

    /** Counts the products of collections where something has changed; false if no number did. */
    public boolean recount() {
        return in(Membership::recountDue);
    }

    /** Members over a connection, with the marketplace's currency and sellers. */
    Membership members(Handle sql) {
        return new Membership(sql, tenancy.current().currency(), this::seller);
    }

    Optional<UUID> seller(String slug) {
        return sellers.findBySlug(slug).map(Seller::id).map(id -> id.value());
    }

    /** Tells of products whose collections have changed. */
    void tell(Collection<UUID> changed) {
        if (changed.size() > MANY) {
            outbox.publish(new SummariesChanged(Ids.next(), clock.instant(), List.of(), true));
            return;
        }
        var ids = changed.stream().distinct().map(ProductId::new).toList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            var batch = List.copyOf(ids.subList(from, Math.min(from + BATCH, ids.size())));
            outbox.publish(new SummariesChanged(Ids.next(), clock.instant(), batch, false));
        }
    }

    private <T> T in(Function<Membership, T> work) {
        return database.call(sql -> work.apply(members(sql)));
    }
}
