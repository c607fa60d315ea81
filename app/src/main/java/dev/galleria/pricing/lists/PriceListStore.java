package dev.galleria.pricing.lists;

import dev.galleria.account.GroupId;
import dev.galleria.catalog.OfferId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code price_list} and {@code price_list_entry}. */
final class PriceListStore {
    private static final String READ =
            """
            SELECT l.*, (SELECT count(DISTINCT e.offer_id)::int FROM price_list_entry e WHERE e.list_id = l.id) AS offers
              FROM price_list l""";

    private final Handle sql;

    PriceListStore(Handle sql) {
        this.sql = sql;
    }

    List<PriceList> list() {
        return sql.createQuery(READ + " ORDER BY l.priority DESC, lower(l.name), l.id")
                .map((row, context) -> read(row))
                .list();
    }

    Optional<PriceList> find(PriceListId id) {
        return sql.createQuery(READ + " WHERE l.id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The version that is there, held until the transaction ends. */
    Optional<Long> lock(PriceListId id) {
        return sql.createQuery("SELECT version FROM price_list WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne();
    }

    int count() {
        return sql.createQuery("SELECT count(*) FROM price_list")
                .mapTo(int.class)
                .one();
    }

    void write(PriceListId id, PriceListDraft draft, Instant now) {
        sql.createUpdate(
                        """
                        INSERT INTO price_list AS known (id, name, group_id, currency, starts_at, ends_at, priority, percent_off,
                                                         active, created_at, changed_at)
                        VALUES (:id, :name, CAST(:group AS uuid), :currency, CAST(:starts AS timestamptz),
                                CAST(:ends AS timestamptz), :priority, :percentOff, :active, :now, :now)
                            ON CONFLICT (id) DO UPDATE SET name = excluded.name, group_id = excluded.group_id,
                               currency = excluded.currency, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                               priority = excluded.priority, percent_off = excluded.percent_off, active = excluded.active,
                               changed_at = excluded.changed_at, version = known.version + 1""")
                .bind("id", id.value())
                .bind("name", draft.name())
                .bind("group", draft.group() == null ? null : draft.group().value())
                .bind("currency", draft.currency())
                .bind("starts", time(draft.startsAt()))
                .bind("ends", time(draft.endsAt()))
                .bind("priority", draft.priority())
                .bind("percentOff", draft.percentOff())
                .bind("active", draft.active())
                .bind("now", Timestamp.from(now))
                .execute();
    }

    void delete(PriceListId id) {
        sql.execute("DELETE FROM price_list WHERE id = ?", id.value());
    }

    EntryPage entries(PriceListId list, int first, int size) {
        int total = sql.createQuery("SELECT count(DISTINCT offer_id) FROM price_list_entry WHERE list_id = :list")
                .bind("list", list.value())
                .mapTo(int.class)
                .one();
        var entries = sql.createQuery(
                        """
                        SELECT offer_id, array_agg(min_quantity ORDER BY min_quantity) AS quantities,
                               array_agg(price_minor ORDER BY min_quantity) AS prices
                          FROM price_list_entry WHERE list_id = :list GROUP BY offer_id ORDER BY offer_id
                         LIMIT :size OFFSET :first""")
                .bind("list", list.value())
                .bind("first", first)
                .bind("size", size)
                .map((row, context) -> new PriceEntry(new OfferId(row.getObject("offer_id", UUID.class)), tiers(row)))
                .list();
        return new EntryPage(entries, total);
    }

    /** Replaces what the list says of the offer. */
    void put(PriceListId list, PriceEntry entry) {
        remove(list, entry.offer());
        var batch = sql.prepareBatch(
                "INSERT INTO price_list_entry (list_id, offer_id, min_quantity, price_minor) VALUES (:list, :offer, :from, :price)");
        for (var tier : entry.tiers()) {
            batch.bind("list", list.value())
                    .bind("offer", entry.offer().value())
                    .bind("from", tier.minQuantity())
                    .bind("price", tier.priceMinor())
                    .add();
        }
        batch.execute();
    }

    void remove(PriceListId list, OfferId offer) {
        sql.execute("DELETE FROM price_list_entry WHERE list_id = ? AND offer_id = ?", list.value(), offer.value());
    }

    void changed(PriceListId list, Instant now) {
        sql.execute(
                "UPDATE price_list SET version = version + 1, changed_at = ? WHERE id = ?",
                Timestamp.from(now),
                list.value());
    }

    /** The tiers of a row's arrays {@code quantities} and {@code prices}. */
    static List<Tier> tiers(ResultSet row) throws SQLException {
        var quantities = (Integer[]) row.getArray("quantities").getArray();
        var prices = (Long[]) row.getArray("prices").getArray();
        var tiers = new ArrayList<Tier>();
        for (int i = 0; i < quantities.length; i++) {
            tiers.add(new Tier(quantities[i], prices[i]));
        }
        return List.copyOf(tiers);
    }

    static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Timestamp time(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static PriceList read(ResultSet row) throws SQLException {
        var group = row.getObject("group_id", UUID.class);
        var draft = new PriceListDraft(
                row.getString("name"),
                group == null ? null : new GroupId(group),
                row.getString("currency"),
                instant(row.getTimestamp("starts_at")),
                instant(row.getTimestamp("ends_at")),
                row.getInt("priority"),
                row.getInt("percent_off"),
                row.getBoolean("active"));
        return new PriceList(
                new PriceListId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                draft,
                row.getInt("offers"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
