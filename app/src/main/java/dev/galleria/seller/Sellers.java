package dev.galleria.seller;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sellers of the current marketplace. */
@ApplicationScoped
@Transactional
public class Sellers {
    @PersistenceContext(unitName = "galleria")
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    public Optional<Seller> find(SellerId id) {
        return Optional.ofNullable(entities.find(Merchant.class, id.value())).map(Merchant::view);
    }

    public Optional<Seller> findBySlug(String slug) {
        return merchant(slug).map(Merchant::view);
    }

    /** Those of the sellers that exist. */
    public Map<SellerId, Seller> find(Collection<SellerId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("SELECT m FROM Merchant m WHERE m.id IN :ids", Merchant.class)
                .setParameter("ids", ids.stream().map(SellerId::value).toList())
                .getResultStream()
                .map(Merchant::view)
                .collect(Collectors.toMap(Seller::id, Function.identity()));
    }

    /** All sellers whatever their status, by name. */
    public List<Seller> list() {
        return entities.createQuery("SELECT m FROM Merchant m ORDER BY m.name, m.slug", Merchant.class)
                .getResultStream()
                .map(Merchant::view)
                .toList();
    }

    /** What a seller says of itself, in that language or the tenant's own; empty when it says nothing. */
    public String description(SellerId id, Locale locale) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT description FROM seller_text WHERE seller_id = :seller AND locale IN (:locale, :fallback)
                         ORDER BY locale = :locale DESC LIMIT 1""")
                .bind("seller", id.value())
                .bind("locale", locale.toLanguageTag())
                .bind("fallback", tenancy.current().defaultLocale().toLanguageTag())
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** Takes a seller in, active at once. A slug that is taken is a Problem (CONFLICT). */
    public Seller register(NewSeller wish) {
        if (merchant(wish.slug()).isPresent()) {
            throw Problem.conflict("seller/slug-taken", wish.slug());
        }
        var merchant = new Merchant(Ids.next(), wish, clock.instant());
        store(merchant, wish);
        tell(merchant);
        return merchant.view();
    }

    /** Brings a seller over from another place, with its past; the sum is of stars, 1–5 each. Repeating updates it. */
    public Seller transferIn(NewSeller wish, Instant since, long ratingSum, int ratingCount) {
        var known = merchant(wish.slug());
        var before = known.map(Merchant::view);
        var merchant = known.orElseGet(() -> new Merchant(Ids.next(), wish, since));
        merchant.describe(wish);
        merchant.since(since);
        merchant.rate(ratingSum, ratingCount);
        store(merchant, wish);
        if (!before.equals(Optional.of(merchant.view()))) {
            tell(merchant);
        }
        return merchant.view();
    }

    /** Stops showing and selling what the seller offers. Repeating changes nothing. */
    public void suspend(SellerId id) {
        change(id, Merchant::suspend);
    }

    /** Lets the seller sell (again). Repeating changes nothing. */
    public void activate(SellerId id) {
        change(id, Merchant::activate);
    }

    private void store(Merchant merchant, NewSeller wish) {
        entities.persist(merchant);
        entities.flush();
        wish.descriptions()
                .forEach((locale, text) -> database.call(sql -> sql.execute(
                        """
                        INSERT INTO seller_text (seller_id, locale, description) VALUES (?, ?, ?)
                        ON CONFLICT (seller_id, locale) DO UPDATE SET description = excluded.description""",
                        merchant.id(),
                        locale,
                        text)));
    }

    private void change(SellerId id, Consumer<Merchant> change) {
        var merchant = entities.find(Merchant.class, id.value());
        if (merchant == null) {
            throw Problem.notFound("seller/unknown", id);
        }
        change.accept(merchant);
        entities.flush();
        tell(merchant);
    }

    private void tell(Merchant merchant) {
        outbox.publish(new SellerChanged(Ids.next(), clock.instant(), new SellerId(merchant.id())));
    }

    private Optional<Merchant> merchant(String slug) {
        return entities.createQuery("SELECT m FROM Merchant m WHERE m.slug = :slug", Merchant.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }
}
