package dev.galleria.order;

import dev.galleria.inventory.HoldOwners;
import dev.galleria.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tells inventory whom stock is held for. */
@ApplicationScoped
class NameHolders implements HoldOwners {
    @Inject
    Database database;

    @Override
    public Map<UUID, String> checkouts(Collection<UUID> refs) {
        return names(
                "SELECT hold_id AS id, email AS name FROM checkout WHERE email IS NOT NULL AND hold_id = ANY(:ids)",
                refs);
    }

    @Override
    public Map<UUID, String> orders(Collection<UUID> orders) {
        return names("SELECT id, number AS name FROM purchase WHERE id = ANY(:ids)", orders);
    }

    private Map<UUID, String> names(String query, Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        database.call(sql -> sql.createQuery(query)
                        .bindArray("ids", UUID.class, ids)
                        .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                        .list())
                .forEach(row -> names.put(row.getKey(), row.getValue()));
        return names;
    }
}
