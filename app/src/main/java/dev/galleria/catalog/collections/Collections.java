package dev.galleria.catalog.collections;

import dev.galleria.catalog.CollectionsChanged;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.Faults;
import dev.galleria.catalog.editing.SlugMaker;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The marketplace's collections while they are written, by its own people only (else a Problem, FORBIDDEN). An unknown
 * collection is a Problem (NOT_FOUND), an outdated version a Problem (CONFLICT, {@code catalog/stale}). Addresses that a
 * collection had go on leading to it. What a rule finds is gathered soon after the rule is written.
 */
@ApplicationScoped
@Transactional
public class Collections {
    /** More collections than this nobody overlooks. */
    public static final int MOST = 1_000;

    private static final int FIRST = 12;
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('catalog.collection'))";

    @Inject
    Database database;

    @Inject
    Gathering gathering;

    @Inject
    Tenancy tenancy;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Adds a collection. Not idempotent but for its slug. More than {@link #MOST} is a Problem (REFUSED). */
    public Saved create(Editor editor, CollectionDraft draft) {
        requireStaff(editor);
        return database.call(sql -> {
            sql.execute(ALONE);
            if (new CollectionStore(sql).count() >= MOST) {
                throw Problem.refused("catalog/collections-full", MOST);
            }
            return write(sql, Ids.next(), null, draft);
        });
    }

    /** Replaces the collection's content. Without a version whatever is there is replaced. */
    public Saved change(Editor editor, CollectionId id, @Nullable Long version, CollectionDraft draft) {
        requireStaff(editor);
        return database.call(sql -> {
            sql.execute(ALONE);
            return write(sql, id.value(), lock(sql, id, version), draft);
        });
    }

    /** Ends the collection; its products stay. */
    public void delete(Editor editor, CollectionId id, @Nullable Long version) {
        requireStaff(editor);
        var had = database.call(sql -> {
            lock(sql, id, version);
            return new CollectionStore(sql).delete(id.value());
        });
        gathering.tell(had);
        tell();
    }

    /** All collections in their order; picked products are read by {@link #find}. */
    public List<EditedCollection> list(Editor editor) {
        requireStaff(editor);
        return database.call(sql -> new CollectionStore(sql).list());
    }

    /** The collection as it was written, or none. */
    public Optional<EditedCollection> find(Editor editor, CollectionId id) {
        requireStaff(editor);
        return database.call(sql -> new CollectionStore(sql).find(id.value()));
    }

    /** The same; an unknown one is a Problem. */
    public EditedCollection read(Editor editor, CollectionId id) {
        return find(editor, id).orElseThrow(() -> unknown(id));
    }

    /** What is wrong with a rule; empty when it can be kept. */
    public List<Fault> faults(Editor editor, Rule rule) {
        requireStaff(editor);
        return database.call(sql -> {
            var faults = new Faults();
            new RuleCheck(tenancy.current().currency(), words(sql), faults).check(RuleCheck.normalized(rule));
            return faults.found();
        });
    }

    /** What a rule would gather now, best selling first; a rule that cannot be kept gathers nothing. */
    public Preview preview(Editor editor, Rule rule) {
        if (!faults(editor, rule).isEmpty()) {
            return new Preview(0, List.of());
        }
        return database.call(sql -> {
            var where =
                    new RuleSql(RuleCheck.normalized(rule), tenancy.current().currency(), gathering::seller);
            int total = where.bind(sql.createQuery("SELECT count(*) FROM product_summary s WHERE " + where.condition()))
                    .mapTo(int.class)
                    .one();
            var first = where.bind(sql.createQuery("SELECT s.product_id FROM product_summary s WHERE "
                            + where.condition() + " ORDER BY s.sold DESC, s.product_id LIMIT :limit"))
                    .bind("limit", FIRST)
                    .mapTo(UUID.class)
                    .map(ProductId::new)
                    .list();
            return new Preview(total, first);
        });
    }

    private Saved write(Handle sql, UUID id, CollectionStore.@Nullable Locked before, CollectionDraft raw) {
        var store = new CollectionStore(sql);
        var draft = CollectionCheck.normalized(raw);
        var faults = CollectionCheck.faults(draft, known(sql, id, draft));
        if (!faults.isEmpty()) {
            return new Saved.Invalid(faults);
        }
        var slug = draft.slug() != null ? draft.slug() : before != null ? before.slug() : newSlug(store, draft);
        store.write(id, before == null ? null : before.slug(), slug, draft, clock.instant());
        var collection = new CollectionId(id);
        if (draft.products() != null) {
            gathering.tell(gathering.members(sql).pick(id, draft.products()));
            gathering.recount();
        } else {
            outbox.publish(new CollectionDue(Ids.next(), clock.instant(), collection));
        }
        tell();
        return new Saved.Done(collection, before == null ? 0 : before.version() + 1);
    }

    private String newSlug(CollectionStore store, CollectionDraft draft) {
        var title = draft.texts()
                .get(tenancy.current().defaultLocale().toLanguageTag())
                .title();
        return SlugMaker.of(title, slug -> store.slugTaken(slug, null));
    }

    private CollectionCheck.Known known(Handle sql, UUID id, CollectionDraft draft) {
        var tenant = tenancy.current();
        var store = new CollectionStore(sql);
        return new CollectionCheck.Known(
                tenant.locales().stream()
                        .map(Locale::toLanguageTag)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                tenant.defaultLocale().toLanguageTag(),
                tenant.currency(),
                draft.slug() != null && store.slugTaken(draft.slug(), id),
                draft.products() == null ? Set.of() : store.existing(draft.products()),
                words(sql));
    }

    private RuleCheck.Words words(Handle sql) {
        return (subject, words) -> {
            var sellers = subject == Condition.Subject.SELLER
                    ? words.stream()
                            .filter(slug -> gathering.seller(slug).isPresent())
                            .collect(Collectors.toSet())
                    : Set.<String>of();
            return new CollectionStore(sql).known(subject, words, sellers);
        };
    }

    private static CollectionStore.Locked lock(Handle sql, CollectionId id, @Nullable Long version) {
        var known = new CollectionStore(sql).lock(id.value()).orElseThrow(() -> unknown(id));
        if (version != null && version != known.version()) {
            throw Problem.conflict("catalog/stale", id);
        }
        return known;
    }

    private void tell() {
        outbox.publish(new CollectionsChanged(Ids.next(), clock.instant()));
    }

    private static void requireStaff(Editor editor) {
        if (editor.seller() != null) {
            throw Problem.forbidden("catalog/not-an-editor", editor.account());
        }
    }

    private static Problem unknown(CollectionId id) {
        return Problem.notFound("catalog/unknown-collection", id);
    }
}
