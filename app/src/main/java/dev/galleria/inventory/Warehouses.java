package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.inventory.SendRule.Aim;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The places that goods are sent from and what decides between them. */
@ApplicationScoped
@Transactional
public class Warehouses {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int OFFERS_PER_BATCH = 500;

    @Inject
    Database database;

    @Inject
    Inventory inventory;

    /** Which warehouse would send how many of an offer. */
    public record Sent(String warehouse, OfferId offer, int units, boolean promised) {}

    /**
     * How an order would be sent now.
     *
     * @param sent empty if there is too little
     * @param ranking the aims, the most important first, with what is reached of each: smaller is better
     * @param considered how many ways were compared
     */
    public record SendPlan(List<Sent> sent, List<Aim> ranking, List<Long> scores, int considered) {}

    private record Row(
            String code,
            @Nullable UUID sellerId,
            String name,
            String street,
            String postalCode,
            String city,
            String country,
            int priority,
            boolean active) {
        Warehouse asWarehouse() {
            return new Warehouse(
                    code,
                    sellerId == null ? null : new SellerId(sellerId),
                    name,
                    street,
                    postalCode,
                    city,
                    country,
                    priority,
                    active);
        }
    }

    /** The warehouses that an editor may use: a seller its own and the marketplace's, the marketplace's people all. */
    public List<Warehouse> list(Editor editor) {
        var seller = editor.seller();
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT code, seller_id, name, street, postal_code, city, country, priority, active FROM warehouse
                         WHERE CAST(:seller AS uuid) IS NULL OR seller_id IS NULL OR seller_id = :seller
                         ORDER BY priority, code""")
                .bind("seller", seller == null ? null : seller.value())
                .mapTo(Row.class)
                .map(Row::asWarehouse)
                .list());
    }

    /** One that the editor may use; others do not exist for it. */
    public Optional<Warehouse> find(Editor editor, String code) {
        return list(editor).stream()
                .filter(warehouse -> warehouse.code().equals(code))
                .findFirst();
    }

    /**
     * Opens a warehouse: a seller's own, or the marketplace's. Every field that is wrong is a Problem (REFUSED), a code that
     * is taken one of CONFLICT.
     */
    public void open(Editor editor, Warehouse warehouse) {
        check(warehouse);
        var seller = editor.seller();
        int added = database.call(sql -> bound(
                        sql.createUpdate(
                                """
                                INSERT INTO warehouse (id, code, seller_id, name, street, postal_code, city, country, priority, active)
                                VALUES (:id, :code, :seller, :name, :street, :postalCode, :city, :country, :priority, :active)
                                ON CONFLICT (code) DO NOTHING"""),
                        warehouse)
                .bind("id", Ids.next())
                .bind("seller", seller == null ? null : seller.value())
                .execute());
        if (added == 0) {
            throw Problem.conflict("inventory/warehouse-code", warehouse.code());
        }
    }

    /** Changes the one with that code; what is closed sends nothing, and what lies there cannot be bought. */
    public void change(Editor editor, Warehouse warehouse) {
        check(warehouse);
        var before = find(editor, warehouse.code())
                .filter(found -> editor.seller() == null || editor.seller().equals(found.seller()))
                .orElseThrow(() -> Problem.notFound("inventory/unknown-warehouse", warehouse.code()));
        database.call(sql -> bound(
                        sql.createUpdate(
                                """
                                UPDATE warehouse SET name = :name, street = :street, postal_code = :postalCode, city = :city,
                                       country = :country, priority = :priority, active = :active WHERE code = :code"""),
                        warehouse)
                .execute());
        if (before.active() != warehouse.active()) {
            goods(warehouse.code()).forEach(inventory::reconsider);
        }
    }

    /** What decides which warehouse sends. */
    public SendRule rule() {
        return database.call(SendRules::read);
    }

    /** A seller is a Problem (FORBIDDEN): the rule is the marketplace's. */
    public void rule(Editor editor, SendRule rule) {
        if (editor.seller() != null) {
            throw Problem.forbidden("inventory/not-staff", editor.account());
        }
        database.call(sql -> {
            SendRules.write(sql, rule);
            return null;
        });
    }

    /** What would be sent from where if these lines were bought now, and why; holds nothing. */
    public SendPlan tryOut(List<Wanted> lines, @Nullable String country) {
        return database.call(sql -> {
            var rule = SendRules.read(sql);
            var stock = LockedStock.of(
                            sql,
                            lines.stream().map(line -> line.offer().value()).toList())
                    .items();
            if (!(Allocation.of(lines, stock, rule, country) instanceof Allocation.Fits fits)) {
                return new SendPlan(List.of(), rule.ranking(), List.of(), 0);
            }
            var codes = new HashMap<UUID, String>();
            sql.createQuery("SELECT id, code FROM warehouse")
                    .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("code")))
                    .forEach(row -> codes.put(row.getKey(), row.getValue()));
            var sent = new ArrayList<Sent>();
            for (var take : fits.takes()) {
                var item = stock.stream()
                        .filter(one -> one.id().equals(take.itemId()))
                        .findFirst()
                        .orElseThrow();
                sent.add(new Sent(
                        codes.get(item.warehouseId()), new OfferId(item.offerId()), take.quantity(), take.promised()));
            }
            var why = fits.why();
            return new SendPlan(sent, why.ranking(), why.scores(), why.considered());
        });
    }

    private List<List<UUID>> goods(String code) {
        var offers = database.call(sql -> sql.createQuery(
                        """
                        SELECT i.offer_id FROM stock_item i JOIN warehouse w ON w.id = i.warehouse_id
                         WHERE w.code = :code AND i.on_hand > 0 ORDER BY i.offer_id""")
                .bind("code", code)
                .mapTo(UUID.class)
                .list());
        var batches = new ArrayList<List<UUID>>();
        for (int from = 0; from < offers.size(); from += OFFERS_PER_BATCH) {
            batches.add(List.copyOf(offers.subList(from, Math.min(offers.size(), from + OFFERS_PER_BATCH))));
        }
        return batches;
    }

    private static Update bound(Update update, Warehouse warehouse) {
        return update.bind("code", warehouse.code())
                .bind("name", warehouse.name().strip())
                .bind("street", warehouse.street().strip())
                .bind("postalCode", warehouse.postalCode().strip())
                .bind("city", warehouse.city().strip())
                .bind("country", warehouse.country())
                .bind("priority", warehouse.priority())
                .bind("active", warehouse.active());
    }

    private static void check(Warehouse warehouse) {
        if (!CODE.matcher(warehouse.code()).matches()) {
            throw Problem.refused("inventory/warehouse-code-form", warehouse.code());
        }
        if (warehouse.name().isBlank() || warehouse.name().length() > 100) {
            throw Problem.refused("inventory/warehouse-name", warehouse.name().length());
        }
        if (!COUNTRIES.contains(warehouse.country())) {
            throw Problem.refused("inventory/warehouse-country", warehouse.country());
        }
        if (warehouse.priority() < 0 || warehouse.priority() > 1000) {
            throw Problem.refused("inventory/warehouse-priority", warehouse.priority());
        }
    }
}
