package dev.galleria.catalog.editing;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.ProductsChanged;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Many products at once, by the same rules as {@link Assortment} and {@link OfferBook} and in few statements; for what comes
 * in by files. Up to some hundreds at a time; each writing is told by one {@link ProductsChanged}.
 */
@ApplicationScoped
@Transactional
public class Bulk {
    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** The words that files may use, at this moment. */
    public BulkWords words() {
        return database.call(sql -> new BulkVocabulary(sql).read(tenancy.current()));
    }

    /** Which products have these addresses and SKUs; those that nobody has are left out. */
    public BulkWords.Known known(Collection<String> slugs, Collection<String> skus) {
        return database.call(sql -> new BulkWords.Known(
                ids(sql.createQuery(
                                "SELECT slug AS word, id FROM product WHERE slug = ANY(:words) AND state <> 'DELETED'")
                        .bindArray("words", String.class, slugs)),
                ids(sql.createQuery("SELECT sku AS word, product_id AS id FROM variant WHERE sku = ANY(:words)")
                        .bindArray("words", String.class, skus))));
    }

    /** Nobody else changes these products or their offers until the caller's transaction ends. */
    public void lock(Collection<ProductId> products) {
        database.call(sql -> {
            // Offers first and all in the order of ids, as everybody does who locks them.
            sql.createQuery(
                            """
                            SELECT o.id FROM offer o JOIN variant v ON v.id = o.variant_id
                             WHERE v.product_id = ANY(:products) ORDER BY o.id FOR UPDATE OF o""")
                    .bindArray("products", UUID.class, values(products))
                    .mapTo(UUID.class)
                    .list();
            return sql.createQuery("SELECT id FROM product WHERE id = ANY(:products) ORDER BY id FOR UPDATE")
                    .bindArray("products", UUID.class, values(products))
                    .mapTo(UUID.class)
                    .list();
        });
    }

    /** The products, whosesoever they are, with the offers that the editor may change; unknown and deleted ones are left out. */
    public Map<ProductId, EditedProduct> read(Editor editor, Collection<ProductId> products) {
        var currency = tenancy.current().currency();
        return database.call(sql -> new DraftReader(sql, editor, currency).read(products));
    }

    /** The editor's offers of these products. */
    public List<BulkWords.OfferOf> offers(Editor editor, Collection<ProductId> products) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT o.id, v.product_id, v.sku, o.seller_id FROM offer o JOIN variant v ON v.id = o.variant_id
                         WHERE v.product_id = ANY(:products)""")
                .bindArray("products", UUID.class, values(products))
                .map((row, context) -> new BulkWords.OfferOf(
                        new OfferId(row.getObject("id", UUID.class)),
                        new ProductId(row.getObject("product_id", UUID.class)),
                        row.getString("sku"),
                        new SellerId(row.getObject("seller_id", UUID.class))))
                .filter(offer -> editor.maySellAs(offer.seller()))
                .list());
    }

    /**
     * All that is wrong with each of the drafts, by the rules of {@link Assortment}; those without faults are left out. Of a
     * product whose description stays, only offers are looked at. Drafts are in one spelling: {@link #normalized}.
     */
    public Map<ProductId, List<Fault>> faults(Editor editor, List<BulkProduct> products) {
        var words = vocabularies(products);
        var faults = new HashMap<ProductId, List<Fault>>();
        for (var product : products) {
            boolean shown = product.draft().state() == ProductState.ACTIVE;
            var found = DraftCheck.faults(product.draft(), words.get(product.id()), editor, shown).stream()
                    .filter(fault -> product.describes() || fault.pointer().contains("/offers/"))
                    .toList();
            if (!found.isEmpty()) {
                faults.put(product.id(), found);
            }
        }
        return faults;
    }

    /** Writes drafts that have no faults, over what they name as before; the caller has locked those that there are. */
    public void write(Editor editor, List<BulkProduct> products) {
        if (products.isEmpty()) {
            return;
        }
        var words = vocabularies(products);
        database.call(sql -> {
            new BulkRows(sql, editor, clock.instant()).write(products, words);
            return null;
        });
        tell(products.stream().map(BulkProduct::id).toList());
    }

    /** Removes products as if they had never been: no address remains. For those that nobody has bought or changed. */
    public void erase(Collection<ProductId> products) {
        database.call(sql -> sql.createUpdate("DELETE FROM product WHERE id = ANY(:products)")
                .bindArray("products", UUID.class, values(products))
                .execute());
        tell(List.copyOf(products));
    }

    /** What stands for the state of each product and all its offers: another one after every change of either, or a sale. */
    public Map<ProductId, String> states(Collection<ProductId> products) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT p.id, p.version || '/' || p.sold || '/' || p.rating_count || '/' || coalesce(md5(string_agg(
                                   o.id || '@' || o.version, ',' ORDER BY o.id)), '') AS state
                          FROM product p LEFT JOIN variant v ON v.product_id = p.id LEFT JOIN offer o ON o.variant_id = v.id
                         WHERE p.id = ANY(:products) AND p.state <> 'DELETED' GROUP BY p.id""")
                .bindArray("products", UUID.class, values(products))
                .reduceRows(new HashMap<ProductId, String>(), (found, row) -> {
                    found.put(new ProductId(row.getColumn("id", UUID.class)), row.getColumn("state", String.class));
                    return found;
                }));
    }

    /** The next products of the editor's by their addresses, at most so many; for reading all of them, part by part. */
    public List<ProductId> next(Editor editor, ProductQuery filter, String afterSlug, int most) {
        return database.call(sql -> ProductListStore.next(sql, editor, filter, afterSlug, most));
    }

    /** The draft in the spelling in which it is kept. */
    public static ProductDraft normalized(ProductDraft draft) {
        return DraftCheck.normalized(draft);
    }

    /** An address made of any text; nothing of it may remain (empty). */
    public static String slug(String text) {
        return SlugMaker.plain(text);
    }

    static ProductDraft withoutOffers(ProductDraft draft) {
        return new ProductDraft(
                draft.slug(),
                draft.state(),
                draft.publishedAt(),
                draft.texts(),
                draft.category(),
                draft.brand(),
                draft.type(),
                draft.tags(),
                draft.taxClass(),
                draft.attributes(),
                draft.options(),
                draft.variants().stream()
                        .map(variant -> new ProductDraft.Variant(
                                variant.id(),
                                variant.sku(),
                                variant.gtin(),
                                variant.choices(),
                                variant.weightGrams(),
                                variant.imageKey(),
                                null))
                        .toList(),
                draft.pictures());
    }

    private Map<ProductId, Vocabulary> vocabularies(List<BulkProduct> products) {
        var book = database.call(sql -> new WordBook(
                sql,
                tenancy.current(),
                products.stream().map(BulkProduct::draft).toList()));
        var words = new HashMap<ProductId, Vocabulary>();
        products.forEach(product ->
                words.put(product.id(), book.of(product.draft(), product.id().value())));
        return words;
    }

    private void tell(List<ProductId> products) {
        outbox.publish(new ProductsChanged(Ids.next(), clock.instant(), products));
    }

    private static Map<String, ProductId> ids(org.jdbi.v3.core.statement.Query query) {
        return query.reduceRows(new HashMap<String, ProductId>(), (found, row) -> {
            found.put(row.getColumn("word", String.class), new ProductId(row.getColumn("id", UUID.class)));
            return found;
        });
    }

    private static List<UUID> values(Collection<ProductId> products) {
        return products.stream().map(ProductId::value).toList();
    }
}
