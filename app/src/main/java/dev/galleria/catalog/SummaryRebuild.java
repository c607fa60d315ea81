package dev.galleria.catalog;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.seller.Seller;
import dev.galleria.seller.Sellers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Builds {@code product_summary} from the tables in a few set-based statements, and tells when it has. A product that cannot
 * be bought from anybody has no row. Repeating gives the same rows.
 */
@ApplicationScoped
@Transactional
public class SummaryRebuild {
    /** So many products fit one event, and one statement even when nothing is known yet of the tables' sizes. */
    private static final int BATCH = 100;

    /** The database's order, in which rows are locked; Java's own differs, since it takes the halves of an id as signed. */
    static final Comparator<UUID> IN_ORDER = Comparator.comparing(UUID::toString);

    private static final String REBUILD = text("rebuild-summaries.sql");

    @Inject
    Database database;

    @Inject
    Sellers sellers;

    @Inject
    ProductCounts counts;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Builds the rows of these products anew. */
    public void rebuild(Collection<ProductId> products) {
        var ids = products.stream()
                .map(ProductId::value)
                .distinct()
                .sorted(IN_ORDER)
                .toList();
        for (var batch : batches(ids)) {
            build(batch);
            tell(batch.stream().map(ProductId::new).toList(), false);
        }
    }

    /** Builds all rows anew. */
    public void rebuildAll() {
        List<UUID> ids = database.call(sql -> sql.createQuery("SELECT id FROM product ORDER BY id")
                .mapTo(UUID.class)
                .list());
        batches(ids).forEach(this::build);
        counts.recount();
        tell(List.of(), true);
    }

    /** Counts the products of categories and brands if any has changed; false if none has. */
    public boolean recountIfDue() {
        return counts.recountIfDue();
    }

    /** Builds the rows whose prices or sales are no longer those of this moment, and those now due to be published. */
    public void rebuildDue() {
        List<ProductId> due = database.call(sql -> sql.createQuery(
                        """
                        SELECT v.product_id
                          FROM offer o JOIN variant v ON v.id = o.variant_id JOIN product_summary s ON s.product_id = v.product_id
                         WHERE o.sale_minor IS NOT NULL
                           AND (o.sale_from > s.priced_at AND o.sale_from <= now() OR o.sale_to > s.priced_at AND o.sale_to <= now())
                        UNION
                        SELECT s.product_id FROM product_summary s JOIN product p ON p.id = s.product_id WHERE p.sold <> s.sold
                        UNION
                        SELECT p.id FROM product p -- a day back, lest one be missed that came due while nothing ran
                         WHERE p.state = 'ACTIVE' AND p.published_at BETWEEN now() - interval '1 day' AND now()
                           AND NOT EXISTS (SELECT FROM product_summary s WHERE s.product_id = p.id)
                           AND EXISTS (SELECT FROM variant v JOIN offer o ON o.variant_id = v.id WHERE v.product_id = p.id AND o.active)""")
                .mapTo(UUID.class)
                .map(ProductId::new)
                .list());
        rebuild(due);
    }

    private static List<List<UUID>> batches(List<UUID> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + BATCH)
                .mapToObj(from -> ids.subList(from, Math.min(from + BATCH, ids.size())))
                .toList();
    }

    private void build(List<UUID> products) {
        var active = sellers.list().stream().filter(Seller::active).toList();
        database.call(sql -> {
            // What is computed below must not be older than what another rebuild has just written.
            sql.createQuery("SELECT id FROM product WHERE id = ANY(:products) ORDER BY id FOR NO KEY UPDATE")
                    .bindArray("products", UUID.class, products)
                    .mapTo(UUID.class)
                    .list();
            write(sql, products, active);
            return sql.createUpdate(
                            """
                            DELETE FROM product_summary WHERE product_id = ANY(:products) AND priced_at < now()""")
                    .bindArray("products", UUID.class, products)
                    .execute();
        });
    }

    private static void write(Handle sql, List<UUID> products, List<Seller> active) {
        sql.createUpdate(REBUILD)
                .bindArray("products", UUID.class, products)
                .bindArray(
                        "sellers",
                        UUID.class,
                        active.stream().map(seller -> seller.id().value()).toList())
                .bindArray(
                        "sellerNames",
                        String.class,
                        active.stream().map(Seller::name).toList())
                .bindArray(
                        "sellerRatings",
                        Integer.class,
                        active.stream().map(Seller::ratingHundredths).toList())
                .execute();
    }

    private void tell(List<ProductId> products, boolean all) {
        outbox.publish(new SummariesChanged(Ids.next(), clock.instant(), products, all));
    }

    private static String text(String name) {
        try (var stream = SummaryRebuild.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
