package dev.galleria.catalog.editing;

import dev.galleria.catalog.PreviewKey;
import dev.galleria.catalog.ProductChanged;
import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the marketplace carries: its products from the first draft to the tombstone. A product that the editor may not
 * describe is a Problem (NOT_FOUND), an outdated version a Problem (CONFLICT, {@code catalog/stale}). Whoever shows products
 * learns of each change by {@link ProductChanged}.
 */
@ApplicationScoped
@Transactional
public class Assortment {
    /** How long a preview link works. */
    public static final Duration PREVIEW = Duration.ofDays(7);

    @PersistenceContext(unitName = "galleria")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    VocabularyStore vocabulary;

    @Inject
    VariantWriter variants;

    @Inject
    ProductListStore lists;

    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** Takes a new product in: the seller's own, or the marketplace's. Not idempotent but for its SKUs and its slug. */
    public Edit create(Editor editor, ProductDraft draft) {
        return write(editor, draft, new StoredProduct(Ids.next(), editor.seller(), clock.instant()), true);
    }

    /** Replaces the product's content; variants keep their ids. Without a version whatever is there is replaced. */
    public Edit change(Editor editor, ProductId id, @Nullable Long version, ProductDraft draft) {
        var product = lock(editor, id);
        product.requireVersion(version);
        return write(editor, draft, product, false);
    }

    /** Shows the product to everybody, from that moment or from now on. Invalid when its type asks for more. */
    public Edit publish(Editor editor, ProductId id, @Nullable Instant from) {
        var product = lock(editor, id);
        var draft = find(editor, id).orElseThrow().content();
        var moment = from == null ? null : DraftCheck.toSecond(from);
        var faults = new Faults();
        if (!OfferCheck.moment("/publishedAt", moment, faults)) {
            return new Edit.Invalid(faults.found());
        }
        var found = DraftCheck.faults(draft, vocabulary.of(draft, id.value()), editor, true);
        if (!found.isEmpty()) {
            return new Edit.Invalid(found);
        }
        product.become(ProductState.ACTIVE, moment, clock.instant());
        return done(product);
    }

    /** Takes the product back into the workshop. Repeating changes nothing for shoppers. */
    public void withdraw(Editor editor, ProductId id) {
        turn(editor, id, product -> product.become(ProductState.DRAFT, null, clock.instant()));
    }

    /** Neither shows nor sells the product any more, and keeps it. */
    public void archive(Editor editor, ProductId id) {
        turn(editor, id, product -> product.become(ProductState.ARCHIVED, null, clock.instant()));
    }

    /**
     * Ends the product for good: variants, offers and pictures go, SKUs are free again, the address answers "gone". Orders
     * keep their copies. Without a version whatever is there is deleted.
     */
    public void delete(Editor editor, ProductId id, @Nullable Long version) {
        var product = lock(editor, id);
        product.requireVersion(version);
        product.become(ProductState.DELETED, null, clock.instant());
        flush();
        database.call(sql -> {
            new ContentRows(sql, id.value()).bury();
            return null;
        });
        tell(id);
    }

    /**
     * Does work on what belongs to the product, under its lock and as one change of it, and gives its new version. Not for
     * its texts, variants and offers, which {@link #change} replaces.
     */
    public long alter(Editor editor, ProductId id, @Nullable Long version, Runnable work) {
        var product = lock(editor, id);
        product.requireVersion(version);
        work.run();
        product.altered(clock.instant());
        done(product);
        return product.version();
    }

    /** The product as this editor sees it. */
    public EditedProduct read(Editor editor, ProductId id) {
        return find(editor, id).orElseThrow(() -> unknown(id));
    }

    /** The same, empty instead of a Problem. */
    public Optional<EditedProduct> find(Editor editor, ProductId id) {
        var currency = tenancy.current().currency();
        return database.call(sql -> new DraftReader(sql, editor, currency).read(id))
                .filter(product -> editor.mayDescribe(product.owner()));
    }

    /** A path that shows the product to whoever has it, published or not, for {@link #PREVIEW}. */
    public String previewPath(Editor editor, ProductId id) {
        var slug = String.valueOf(read(editor, id).content().slug());
        var expires = clock.instant().plus(PREVIEW);
        return "/p/" + slug + "?preview=" + PreviewKey.of(tenancy.current().id(), id, expires);
    }

    /** The products that the editor may describe or sells, as many as asked for. */
    public ProductList list(Editor editor, ProductQuery query) {
        return lists.list(editor, query);
    }

    /** Which products have these SKUs; those that nobody has are left out. For what comes in by files. */
    public Map<String, ProductId> bySku(List<String> skus) {
        return lists.bySku(skus);
    }

    private Edit write(Editor editor, ProductDraft raw, StoredProduct product, boolean fresh) {
        var draft = DraftCheck.normalized(raw);
        var id = product.id();
        var words = vocabulary.of(draft, id.value());
        var next = draft.state() == null ? product.state() : draft.state();
        var faults = DraftCheck.faults(draft, words, editor, next == ProductState.ACTIVE);
        var matched = faults.isEmpty() ? variants.match(id, draft) : VariantWriter.Matched.nothing();
        if (!faults.isEmpty() || !matched.faults().isEmpty()) {
            return new Edit.Invalid(faults.isEmpty() ? matched.faults() : faults);
        }
        var before = fresh ? null : product.slug();
        product.describe(slug(draft, words, product, fresh), words, draft.taxClass(), clock.instant());
        product.become(next, draft.publishedAt(), clock.instant());
        if (fresh) {
            entities.persist(product);
        }
        flush();
        database.call(sql -> {
            SlugHistory.ofProducts(sql).moved(id.value(), before, product.slug(), clock.instant());
            new ContentRows(sql, id.value()).write(draft, words, product.owner());
            return null;
        });
        variants.write(editor, id, draft, matched);
        return done(product);
    }

    private String slug(ProductDraft draft, Vocabulary words, StoredProduct product, boolean fresh) {
        if (draft.slug() != null) {
            return draft.slug();
        }
        if (!fresh) {
            return product.slug();
        }
        var title = draft.texts().get(words.ownLocale()).title();
        return SlugMaker.of(title, slug -> vocabulary.slugTaken(slug, null));
    }

    private void turn(Editor editor, ProductId id, Consumer<StoredProduct> change) {
        var product = lock(editor, id);
        change.accept(product);
        done(product);
    }

    /** Offers first, as those do who mark them in or out of stock and then rebuild their product. */
    private StoredProduct lock(Editor editor, ProductId id) {
        variants.lockOffers(id);
        var product = entities.find(StoredProduct.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (product == null || product.state() == ProductState.DELETED || !editor.mayDescribe(product.owner())) {
            throw unknown(id);
        }
        return product;
    }

    private Edit done(StoredProduct product) {
        flush();
        tell(product.id());
        return new Edit.Done(product.id(), product.version());
    }

    private void flush() {
        Uniqueness.flush(entities);
    }

    private void tell(ProductId id) {
        outbox.publish(new ProductChanged(Ids.next(), clock.instant(), id));
    }

    private static Problem unknown(ProductId id) {
        return Problem.notFound("catalog/unknown-product", id);
    }
}
