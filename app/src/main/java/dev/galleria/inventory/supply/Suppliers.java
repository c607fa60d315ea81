package dev.galleria.inventory.supply;

import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a seller (or the marketplace) orders from. Each sees its own. */
@ApplicationScoped
@Transactional
public class Suppliers {
    private static final int MOST_DAYS = 365;

    @Inject
    Database database;

    private record Row(UUID id, String name, String email, int leadDays) {
        Supplier asSupplier() {
            return new Supplier(new SupplierId(id), name, email, leadDays);
        }
    }

    /** A name that is taken, no name, or days out of 0–365 are a Problem (REFUSED). */
    public SupplierId add(Editor editor, String name, String email, int leadDays) {
        if (name.isBlank() || name.length() > 100 || leadDays < 0 || leadDays > MOST_DAYS || email.length() > 254) {
            throw Problem.refused("inventory/supplier", leadDays);
        }
        var id = Ids.next();
        int added = database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO supplier (id, seller_id, name, email, lead_days) VALUES (:id, :seller, :name, :email, :days)
                        ON CONFLICT DO NOTHING""")
                .bind("id", id)
                .bind("seller", seller(editor))
                .bind("name", name.strip())
                .bind("email", email.strip())
                .bind("days", leadDays)
                .execute());
        if (added == 0) {
            throw Problem.refused("inventory/supplier-known", name);
        }
        return new SupplierId(id);
    }

    public List<Supplier> list(Editor editor) {
        return database.call(sql -> sql.createQuery(
                        "SELECT id, name, email, lead_days FROM supplier WHERE seller_id IS NOT DISTINCT FROM :seller ORDER BY lower(name)")
                .bind("seller", seller(editor))
                .mapTo(Row.class)
                .map(Row::asSupplier)
                .list());
    }

    /** Somebody else's supplier is a Problem (NOT_FOUND). */
    public Supplier find(Editor editor, SupplierId id) {
        return list(editor).stream()
                .filter(supplier -> supplier.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("inventory/unknown-supplier", id));
    }

    private static @Nullable UUID seller(Editor editor) {
        var seller = editor.seller();
        return seller == null ? null : seller.value();
    }
}
