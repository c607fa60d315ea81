package dev.galleria.tenancy;

import dev.galleria.platform.Ending;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.PlatformDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of {@code platform.tenant}. */
@ApplicationScoped
class Registry {
    private static final Type TEXTS = new HashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private static final Type TERMS = new HashMap<String, HashMap<String, String>>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private static final String RATE = "rate";
    private static final String ENDING = "ending";

    @Inject
    PlatformDatabase database;

    List<Tenant> list() {
        return database.call(sql -> sql.createQuery("SELECT * FROM tenant ORDER BY created_at, slug")
                .map(Registry::read)
                .list());
    }

    Optional<Tenant> find(TenantId id) {
        return database.call(sql -> sql.createQuery("SELECT * FROM tenant WHERE id = :id")
                .bind("id", id.value())
                .map(Registry::read)
                .findOne());
    }

    Optional<Tenant> findBySlug(String slug) {
        return database.call(sql -> sql.createQuery("SELECT * FROM tenant WHERE slug = :slug")
                .bind("slug", slug)
                .map(Registry::read)
                .findOne());
    }

    Optional<Tenant> findByDomain(String host) {
        return database.call(sql -> sql.createQuery(
                        "SELECT t.* FROM tenant t JOIN tenant_domain d ON d.tenant_id = t.id WHERE d.host = :host")
                .bind("host", host)
                .map(Registry::read)
                .findOne());
    }

    /** Records the intent; the schema's and the role's names are made here, never taken from input. */
    Tenant insert(NewTenant wish) {
        var id = Ids.next();
        var schema = wish.slug().replace('-', '_') + '_' + id.toString().substring(32);
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO tenant (id, slug, schema_name, role_name, name, plan, state, theme, currency, country,
                                            default_locale, locales, prices_include_tax, taglines, mail_from)
                        VALUES (:id, :slug, :schema, :role, :name, :plan, 'CREATING', :theme, :currency, :country,
                                :defaultLocale, :locales, :pricesIncludeTax, CAST(:taglines AS jsonb), :mailFrom)""")
                .bind("id", id)
                .bind("schema", schema)
                .bind("role", "t_" + schema)
                .bind("defaultLocale", wish.locales().get(0))
                .bindArray("locales", String.class, wish.locales())
                .bind("taglines", Json.write(wish.taglines()))
                .bind("slug", wish.slug())
                .bind("name", wish.name())
                .bind("plan", wish.plan())
                .bind("theme", wish.theme())
                .bind("currency", wish.currency())
                .bind("country", wish.country())
                .bind("pricesIncludeTax", wish.pricesIncludeTax())
                .bind("mailFrom", wish.mailFrom())
                .execute());
        return find(new TenantId(id)).orElseThrow();
    }

    void migrated(TenantId id, String version) {
        database.call(sql -> sql.execute(
                "UPDATE tenant SET schema_version = ?, failure = NULL, changed_at = now() WHERE id = ?",
                version,
                id.value()));
    }

    void failed(TenantId id, String failure) {
        database.call(sql ->
                sql.execute("UPDATE tenant SET failure = ?, changed_at = now() WHERE id = ?", failure, id.value()));
    }

    /** True if it was in the state that it leaves. */
    boolean move(TenantId id, Tenant.State from, Tenant.State to) {
        return database.call(sql -> sql.execute(
                        "UPDATE tenant SET state = ?, changed_at = now() WHERE id = ? AND state = ?",
                        to.name(),
                        id.value(),
                        from.name()))
                == 1;
    }

    /** To the minute: the row of a busy marketplace is not written anew for each order. */
    void ordered(TenantId id, Instant at) {
        database.call(sql -> sql.createUpdate(
                        """
                        UPDATE tenant SET last_order_at = :at
                         WHERE id = :id AND (last_order_at IS NULL OR last_order_at < CAST(:at AS timestamptz) - interval '1 minute')""")
                .bind("at", at)
                .bind("id", id.value())
                .execute());
    }

    /** Adds a currency or replaces what is known of it. */
    void sellIn(TenantId id, Exchange exchange) {
        var terms = new HashMap<String, String>();
        terms.put(RATE, exchange.rate().toPlainString());
        terms.put(ENDING, exchange.ending().name());
        database.call(sql -> sql.execute(
                """
                UPDATE tenant SET currencies = currencies || jsonb_build_object(CAST(? AS text), CAST(? AS jsonb)),
                                  changed_at = now() WHERE id = ?""",
                exchange.to().getCurrencyCode(),
                Json.write(terms),
                id.value()));
    }

    void sellNoLongerIn(TenantId id, String code) {
        database.call(sql -> sql.execute(
                "UPDATE tenant SET currencies = currencies - CAST(? AS text), changed_at = now() WHERE id = ?",
                code,
                id.value()));
    }

    private static List<Exchange> exchanges(Currency own, String json) {
        Map<String, Map<String, String>> currencies = Json.read(json, TERMS);
        return currencies.entrySet().stream()
                .map(entry -> new Exchange(
                        own,
                        Currency.getInstance(entry.getKey()),
                        new BigDecimal(entry.getValue().get(RATE)),
                        Ending.valueOf(entry.getValue().get(ENDING))))
                .sorted(Comparator.comparing(exchange -> exchange.to().getCurrencyCode()))
                .toList();
    }

    void audit(String actor, String action, TenantId tenant, Object detail) {
        database.call(sql -> sql.execute(
                "INSERT INTO audit (id, actor, action, tenant_id, detail) VALUES (?, ?, ?, ?, CAST(? AS jsonb))",
                Ids.next(),
                actor,
                action,
                tenant.value(),
                Json.write(detail)));
    }

    List<AuditEntry> auditLog(int most) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT a.at, a.actor, a.action, coalesce(t.slug, '') AS tenant
                          FROM audit a LEFT JOIN tenant t ON t.id = a.tenant_id ORDER BY a.at DESC, a.id DESC LIMIT :most""")
                .bind("most", most)
                .mapTo(AuditEntry.class)
                .list());
    }

    private static Tenant read(ResultSet row, StatementContext context) throws SQLException {
        var ordered = row.getTimestamp("last_order_at");
        var own = Currency.getInstance(row.getString("currency"));
        return new Tenant(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("schema_name"),
                row.getString("role_name"),
                row.getString("name"),
                row.getString("plan"),
                Tenant.State.valueOf(row.getString("state")),
                row.getString("schema_version"),
                row.getString("failure"),
                row.getString("theme"),
                own,
                exchanges(own, row.getString("currencies")),
                row.getString("country"),
                Locale.forLanguageTag(row.getString("default_locale")),
                Stream.of((String[]) row.getArray("locales").getArray())
                        .map(Locale::forLanguageTag)
                        .toList(),
                row.getBoolean("prices_include_tax"),
                Json.read(row.getString("taglines"), TEXTS),
                row.getString("mail_from"),
                row.getTimestamp("created_at").toInstant(),
                ordered == null ? null : ordered.toInstant());
    }
}
