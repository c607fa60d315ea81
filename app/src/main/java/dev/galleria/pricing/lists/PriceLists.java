package dev.galleria.pricing.lists;

import dev.galleria.account.Groups;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferKey;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.seller.Seller;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The marketplace's price lists, written by its own people only (else a Problem, FORBIDDEN). An unknown list is a Problem
 * (NOT_FOUND), an outdated version a Problem (CONFLICT, {@code catalog/stale}). Which of them decides a price is
 * {@link UnitPrice#of}'s word.
 */
@ApplicationScoped
@Transactional
public class PriceLists {
    /** More lists than this nobody overlooks. */
    public static final int MOST = 200;

    /** So many entries of a list are read at a time, at most. */
    public static final int PAGE = 250;

    @Inject
    Database database;

    @Inject
    Catalog catalog;

    @Inject
    Groups groups;

    @Inject
    Sellers sellers;

    @Inject
    Tenancy tenancy;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Adds a list without entries. Not idempotent. More than {@link #MOST} is a Problem (REFUSED). */
    public ListSaved create(Editor editor, PriceListDraft draft) {
        requireStaff(editor);
        return database.call(sql -> {
            sql.execute("SELECT pg_advisory_xact_lock(hashtext('pricing.list'))");
            if (new PriceListStore(sql).count() >= MOST) {
                throw Problem.refused("pricing/lists-full", MOST);
            }
            return write(sql, new PriceListId(Ids.next()), 0, draft);
        });
    }

    /** Replaces everything but the entries. Without a version whatever is there is replaced. */
    public ListSaved change(Editor editor, PriceListId id, @Nullable Long version, PriceListDraft draft) {
        requireStaff(editor);
        return database.call(sql -> write(sql, id, lock(sql, id, version) + 1, draft));
    }

    /** Ends the list with its entries. */
    public void delete(Editor editor, PriceListId id, @Nullable Long version) {
        requireStaff(editor);
        database.call(sql -> {
            lock(sql, id, version);
            new PriceListStore(sql).delete(id);
            return null;
        });
        tell(id);
    }

    /** All lists, the highest priority first. */
    public List<PriceList> list(Editor editor) {
        requireStaff(editor);
        return database.call(sql -> new PriceListStore(sql).list());
    }

    public Optional<PriceList> find(Editor editor, PriceListId id) {
        requireStaff(editor);
        return database.call(sql -> new PriceListStore(sql).find(id));
    }

    /** The same; an unknown one is a Problem. */
    public PriceList read(Editor editor, PriceListId id) {
        return find(editor, id).orElseThrow(() -> unknown(id));
    }

    /** Entries from the given one (0 is the first) on, at most {@link #PAGE}. */
    public EntryPage entries(Editor editor, PriceListId id, int first, int size) {
        requireStaff(editor);
        return database.call(
                sql -> new PriceListStore(sql).entries(id, Math.max(0, first), Math.max(1, Math.min(size, PAGE))));
    }

    /** Replaces what the list says of an offer; empty when it is done. An unknown offer is a Problem (NOT_FOUND). */
    public List<Fault> put(Editor editor, PriceListId id, PriceEntry entry) {
        requireStaff(editor);
        var faults = PriceCheck.faults(entry.tiers());
        if (!faults.isEmpty()) {
            return faults;
        }
        if (!catalog.offered(List.of(entry.offer()), tenancy.current().defaultLocale())
                .containsKey(entry.offer())) {
            throw Problem.notFound("catalog/unknown-offer", entry.offer());
        }
        database.call(sql -> {
            lock(sql, id, null);
            var store = new PriceListStore(sql);
            store.put(id, entry);
            store.changed(id, clock.instant());
            return null;
        });
        tell(id);
        return List.of();
    }

    /** Takes what the list says of the offer out. Repeating changes nothing. */
    public void remove(Editor editor, PriceListId id, OfferId offer) {
        requireStaff(editor);
        database.call(sql -> {
            lock(sql, id, null);
            var store = new PriceListStore(sql);
            store.remove(id, offer);
            store.changed(id, clock.instant());
            return null;
        });
        tell(id);
    }

    /** Everybody's offers of a SKU, by seller. */
    public List<OfferId> offersOf(Editor editor, String sku) {
        requireStaff(editor);
        var keys = sellers.list().stream()
                .map(Seller::slug)
                .map(slug -> new OfferKey(sku, slug))
                .toList();
        return List.copyOf(catalog.offersByKey(keys).values());
    }

    private ListSaved write(Handle sql, PriceListId id, long version, PriceListDraft raw) {
        var draft = PriceCheck.normalized(raw);
        boolean known = draft.group() != null && groups.find(draft.group()).isPresent();
        var faults = new ArrayList<>(PriceCheck.faults(draft, known, tenancy.current()));
        if (reinterprets(sql, id, draft)) {
            faults.add(Fault.of("/currency", "list-currency"));
        }
        if (!faults.isEmpty()) {
            return new ListSaved.Invalid(faults);
        }
        new PriceListStore(sql).write(id, draft, clock.instant());
        tell(id);
        return new ListSaved.Done(id, version);
    }

    /** Whether prices that are there would be taken for another currency's. */
    private static boolean reinterprets(Handle sql, PriceListId id, PriceListDraft draft) {
        return new PriceListStore(sql)
                .find(id)
                .filter(list -> list.offers() > 0 && !list.content().currency().equals(draft.currency()))
                .isPresent();
    }

    private static long lock(Handle sql, PriceListId id, @Nullable Long version) {
        long known = new PriceListStore(sql).lock(id).orElseThrow(() -> unknown(id));
        if (version != null && version != known) {
            throw Problem.conflict("catalog/stale", id);
        }
        return known;
    }

    private void tell(PriceListId id) {
        outbox.publish(new PricesChanged(Ids.next(), clock.instant(), id));
    }

    private static void requireStaff(Editor editor) {
        if (editor.seller() != null) {
            throw Problem.forbidden("pricing/not-staff", editor.account());
        }
    }

    private static Problem unknown(PriceListId id) {
        return Problem.notFound("pricing/unknown-list", id);
    }
}
