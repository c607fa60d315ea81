package dev.galleria.cart;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.cluster.StoredMap;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The copies in table {@code cart}. Runs on the cluster's threads, so each call binds the tenant that its key names. */
@ApplicationScoped
class CartCopies implements StoredMap.Copies {
    static final Duration LIFE = Duration.ofDays(7);

    /** Most visitors have no cart: asking the database on every page whether one has is not worth it. */
    private final Cache<String, Boolean> absent = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** A row as it is read. */
    public record Row(String content, Instant expiresAt) {}

    private record Key(TenantId tenant, String cart) {
        static Key read(String key) {
            int end = key.indexOf('/');
            var tenant = Ids.parse(key.substring(0, end)).orElseThrow();
            return new Key(new TenantId(tenant), key.substring(end + 1));
        }
    }

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    /** The key under which all nodes know that cart of that tenant. */
    static String key(TenantId tenant, CartKey cart) {
        return tenant.value() + "/" + cart.value();
    }

    @Override
    public Optional<StoredMap.Copy> load(String key) {
        if (absent.getIfPresent(key) != null) {
            return Optional.empty();
        }
        var cart = Key.read(key).cart();
        var row = inTenant(
                key,
                () -> database.call(sql -> sql.createQuery(
                                "SELECT content::text AS content, expires_at FROM cart WHERE id = :id AND expires_at > now()")
                        .bind("id", cart)
                        .mapTo(Row.class)
                        .findOne()));
        if (row.isEmpty()) {
            absent.put(key, true);
        }
        return row.map(found -> new StoredMap.Copy(found.content(), found.expiresAt()));
    }

    @Override
    public void store(String key, StoredMap.Copy copy) {
        absent.invalidate(key);
        var cart = new CartKey(Key.read(key).cart());
        inTenant(
                key,
                () -> database.call(sql -> sql.createUpdate(
                                """
                        INSERT INTO cart (id, account_id, content, expires_at)
                        VALUES (:id, :account, CAST(:content AS jsonb), now() + :days * interval '1 day')
                        ON CONFLICT (id) DO UPDATE SET content = excluded.content, updated_at = now(),
                                                       expires_at = excluded.expires_at""")
                        .bind("id", cart.value())
                        .bindByType("account", accountOf(cart), UUID.class)
                        .bind("content", copy.value())
                        .bind("days", LIFE.toDays())
                        .execute()));
    }

    @Override
    public void delete(String key) {
        var cart = Key.read(key).cart();
        inTenant(key, () -> database.call(sql -> sql.execute("DELETE FROM cart WHERE id = ?", cart)));
    }

    private static @Nullable UUID accountOf(CartKey cart) {
        return cart.account().map(account -> account.value()).orElse(null);
    }

    private <T> T inTenant(String key, Supplier<T> work) {
        var tenant = tenancy.findRecent(Key.read(key).tenant()).orElseThrow();
        return tenancy.call(tenant, work::get);
    }
}
